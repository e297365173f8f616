namespace Recommender.Engine.Merchandising.Rules;

/// <summary>A rule of the shop's merchandisers as it is written and kept. What a kind does not name stays null.</summary>
public sealed record RuleDocument
{
    /// <summary>What it is told apart by.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it acts at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>From when on it acts; null from ever.</summary>
    public DateTimeOffset? Starts { get; init; }

    /// <summary>From when on it acts no longer; null for never.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>Where it acts.</summary>
    public Surface Surface { get; init; }

    /// <summary>Which items it is about, in the filter language; null for all.</summary>
    public string? Condition { get; init; }

    /// <summary>Boost: what scores are multiplied with, 0.001 to 1000.</summary>
    public double? Factor { get; init; }

    /// <summary>Boost by a signal: which.</summary>
    public Signal? By { get; init; }

    /// <summary>Boost by a signal: how much an item gains whose signal is 1; 1 doubles its score. -0.99 to 1000.</summary>
    public double? Weight { get; init; }

    /// <summary>Boost by an attribute: its name.</summary>
    public string? Attribute { get; init; }

    /// <summary>Pin: the item.</summary>
    public string? Item { get; init; }

    /// <summary>Pin: the place, counted from 1.</summary>
    public int? Position { get; init; }

    /// <summary>Cap: what items are grouped by.</summary>
    public Grouping? Per { get; init; }

    /// <summary>Cap: how many of a group may come. Fatigue: how many times an item may be shown in vain.</summary>
    public int? Most { get; init; }

    /// <summary>Diversity: 0 changes nothing, 1 looks at likeness alone.</summary>
    public double? Strength { get; init; }

    /// <summary>New items: their share of the places, 0 to 1.</summary>
    public double? Share { get; init; }

    /// <summary>New items: for how many days an item is new. Recency: after how many days the signal is half as strong.</summary>
    public double? Days { get; init; }
}
