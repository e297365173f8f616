using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Recommender.Core;
using Recommender.Training.Trainers;
using Recommender.Training.Tuning;
using Xunit;

namespace Recommender.Tests.Training.Trainers;

public sealed class OptionsTextTests
{
    public static TheoryData<string> Trainers => [.. TrainerCatalogue.All.Keys];

    public static TheoryData<string> Searched => [.. UsualSearches.Trainers];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Every_option_takes_both_ends_of_its_range_and_nothing_beyond(string trainer)
    {
        foreach (var property in OptionsText.Properties(TrainerCatalogue.All[trainer].Options))
        {
            if (property.GetCustomAttribute<RangeAttribute>() is not { } range) continue;

            var beyond = property.PropertyType == typeof(int) ? 1 : 0.4;
            var (low, high) = (Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture));
            Create(trainer, property, low);
            Create(trainer, property, high);
            Assert.Throws<UserErrorException>(() => Create(trainer, property, low - beyond));
            Assert.Throws<UserErrorException>(() => Create(trainer, property, high + beyond));
        }
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Every_number_has_a_range_and_its_default_lies_inside(string trainer)
    {
        var defaults = Activator.CreateInstance(TrainerCatalogue.All[trainer].Options)!;
        foreach (var property in OptionsText.Properties(defaults.GetType()).Where(property => property.PropertyType == typeof(int) || property.PropertyType == typeof(double)))
        {
            Assert.NotNull(property.GetCustomAttribute<RangeAttribute>());
            Create(trainer, property, Convert.ToDouble(property.GetValue(defaults), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [MemberData(nameof(Searched))]
    public void The_usual_search_of_a_trainer_stays_inside_its_options(string trainer)
    {
        foreach (var range in SearchRange.ParseList(UsualSearches.Of(trainer)!))
        {
            string[] values = range.Choices.Count > 0 ? [.. range.Choices] : [Text(range.Low), Text(range.High)];
            foreach (var value in values) TrainerCatalogue.Create(trainer, [KeyValuePair.Create(range.Option, value)]);
        }
    }

    [Fact]
    public void A_misspelt_option_is_answered_with_the_nearest()
    {
        var error = Assert.Throws<UserErrorException>(() => TrainerCatalogue.Create("ease", [KeyValuePair.Create("lamda", "5")]));

        Assert.Contains("Did you mean 'lambda'?", error.Message);
    }

    static void Create(string trainer, PropertyInfo property, double value) =>
        TrainerCatalogue.Create(trainer, [KeyValuePair.Create(OptionsText.NameOf(property), Text(value))]);

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
