using Recommender.Core.Evaluation.Intervals;

namespace Recommender.Core.Evaluation.Drift;

/// <summary>A share of lines, with its interval over persons: the lines of one person are no independent witnesses.</summary>
public static class Share
{
    /// <summary>The share that is marked; <paramref name="lines"/> name the person of each.</summary>
    public static Measurement Of(IReadOnlyList<(int Person, bool IsMarked)> lines, BootstrapOptions options, CancellationToken cancellationToken)
    {
        var persons = lines.GroupBy(line => line.Person).Select(person => (Lines: person.Count(), Marked: person.Count(line => line.IsMarked))).ToArray();
        if (persons.Length == 0) return new(0, 0, 0);

        var values = new PersonValues([.. persons.Select(person => (float)person.Marked / person.Lines)], [.. persons.Select(person => (float)person.Lines)]);
        return Interval.Around([values], options, cancellationToken)[0];
    }
}
