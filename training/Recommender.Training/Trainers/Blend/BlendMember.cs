using Recommender.Core;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Blending;

namespace Recommender.Training.Trainers.Blend;

/// <summary>A trainer that takes part in a blend, and what it is called in progress and errors.</summary>
sealed record BlendMember(string Label, ITrainer Trainer, bool IsVariant = false)
{
    /// <summary>What a member with default options is tried with besides: what looks at the recent past, each the best of its kind on validation slices of a real shop.</summary>
    static readonly Dictionary<string, string[]> Recent = new(StringComparer.Ordinal)
    {
        ["popularity"] = ["popularity(half_life=14)", "popularity(half_life=60)", "popularity(by=newness,half_life=7)", "popularity(by=newness,half_life=30)", "popularity(by=newness,half_life=90)", "popularity(by=trend,half_life=45)", "popularity(by=season)"],
        ["frequency"] = ["frequency(half_life=180)", "frequency(method=tifu,half_life=180)", "frequency(weight=spend,half_life=180)", "frequency(method=intervals)"],
        ["ease"] = ["ease(half_life=30,lambda=100)", "ease(half_life=90,lambda=100)", "ease(half_life=180,lambda=300)"],
        ["item-neighbours"] = ["item-neighbours(half_life=45,neighbours=50)"],
    };

    /// <summary>The members that a text such as <c>ease(half_life=120)+frequency</c> names.</summary>
    public static IReadOnlyList<ITrainer> Parse(string text) => [.. TrainerSpec.Parts(text, '+').Select(TrainerSpec.Parse).Select(Create)];

    /// <summary>The text that names these members: what <see cref="Parse"/> reads.</summary>
    public static string TextOf(IEnumerable<ITrainer> members) => string.Join('+', members.Select(TextOf));

    /// <summary>The members, those with default options followed by their variants.</summary>
    public static IReadOnlyList<BlendMember> Of(IReadOnlyList<ITrainer> members, bool withVariants)
    {
        var all = new List<BlendMember>();
        foreach (var member in members)
        {
            all.Add(new(TextOf(member), member));
            if (withVariants && Recent.TryGetValue(member.Name, out var recent) && IsDefault(member))
                all.AddRange(recent.Select(text => new BlendMember(text, Create(TrainerSpec.Parse(text)), IsVariant: true)));
        }
        return all;
    }

    /// <summary>Whether the data has the columns that a variant, which nobody asked for, would read.</summary>
    public bool Suits(Dataset dataset) => !IsVariant
        || !((Trainer.Needs.HasFlag(DatasetParts.Amounts) && dataset.Baskets.Amounts.IsEmpty) || (Trainer.Needs.HasFlag(DatasetParts.Quantities) && dataset.Baskets.Quantities.IsEmpty));

    // The name with the options that are not as they come.
    static string TextOf(ITrainer member)
    {
        var defaults = Activator.CreateInstance(member.Options.GetType()) is { } plain ? OptionsText.Json(plain) : [];
        var given = OptionsText.Json(member.Options).Where(option => option.Value?.ToString() != defaults[option.Key]?.ToString());
        return new TrainerSpec(member.Name, [.. given.Select(option => KeyValuePair.Create(option.Key, option.Value?.ToString() ?? ""))]).ToString();
    }

    static bool IsDefault(ITrainer member) => member.Options.Equals(TrainerCatalogue.Create(member.Name, []).Options);

    static ITrainer Create(TrainerSpec spec) => spec.Name != BlendModel.Name ? TrainerCatalogue.Create(spec.Name, spec.Options)
        : throw new UserErrorException($"'{spec}' stands among the members of a blend; a blend has no blends in it. Name its members instead.");
}
