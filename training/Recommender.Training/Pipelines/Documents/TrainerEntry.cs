using Recommender.Training.Trainers;
using Recommender.Training.Tuning;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>One trainer of a pipeline: the options that are fixed, and the ranges that are searched.</summary>
sealed record TrainerEntry(TrainerSpec Spec, IReadOnlyList<SearchRange> Ranges)
{
    /// <summary>Parts options from ranges and checks both ends of every range as if they were given.</summary>
    public static TrainerEntry Of(TrainerSpec written)
    {
        var isBlend = written.Name == Core.Models.Blending.BlendModel.Name;
        var searched = isBlend ? [] : written.Options.Where(option => IsRange(option.Value)).ToArray();
        var spec = written with { Options = [.. written.Options.Except(searched)] };
        _ = TrainerCatalogue.Create(spec.Name, spec.Options);
        SearchRange[] ranges = [.. searched.Select(option => SearchRange.Parse($"{option.Key}={option.Value}"))];
        foreach (var range in ranges)
        {
            foreach (var end in range.Ends) _ = TrainerCatalogue.Create(spec.Name, [KeyValuePair.Create(range.Option, end)]);
        }
        return new(spec, ranges);
    }

    /// <summary>As it is shown: what is searched stands with its range.</summary>
    public override string ToString() => Ranges.Aggregate(Spec, (spec, range) => spec.With(range.Option, range.Words)).ToString();

    static bool IsRange(string value) => value.Contains("..", StringComparison.Ordinal) || value.Contains('|', StringComparison.Ordinal);
}
