namespace Recommender.Storage.Sources.Mapping;

/// <summary>How the canonical tables are found in the files of one shop: a pipeline's <c>source:</c> section, or a preset.</summary>
public sealed record SourceMapping
{
    /// <summary>What a preset is called; what a person wrote has none.</summary>
    public string? Name { get; init; }

    /// <summary>The dataset that a pipeline names.</summary>
    public string? Dataset { get; init; }

    /// <summary>Header names that, all present, give a preset away.</summary>
    public IReadOnlyList<string> Recognise { get; init; } = [];

    /// <summary>Logical file name to a file name or pattern inside the given folder.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    public required TableMapping Purchases { get; init; }
    public TableMapping? Items { get; init; }
    public TableMapping? Customers { get; init; }
    public FormatHints Formats { get; init; } = new();
}
