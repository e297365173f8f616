using Recommender.Core.Models;

namespace Recommender.Training.Scoring;

/// <summary>What is asked of a scoring run.</summary>
sealed record ScoreOptions
{
    /// <summary>Rows of a part where nothing else is said: that bounds memory whatever the length of a list.</summary>
    const int RowsOfAPart = 1_000_000;

    /// <summary>The length of a list.</summary>
    public int N { get; init; } = 20;

    /// <summary>Whether what was bought may come again.</summary>
    public Repeats Repeats { get; init; } = Repeats.LeftOut;

    /// <summary>Customers that a part covers; null for as many as make a million rows.</summary>
    public int? PartSize { get; init; }

    /// <summary>Threads that score; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Customers that a part covers.</summary>
    public int PartLength => PartSize ?? Math.Max(1, RowsOfAPart / N);

    /// <summary>The word of the command line for <see cref="Repeats"/>.</summary>
    public string RepeatsWord => Repeats == Repeats.Allowed ? "allowed" : "left-out";
}
