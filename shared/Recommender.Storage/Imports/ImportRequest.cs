using Recommender.Storage.Cleaning;
using Recommender.Storage.Sources;
using Recommender.Storage.Sources.Mapping;
using Recommender.Storage.Sources.Text;

namespace Recommender.Storage.Imports;

/// <summary>What to import, from where, into which dataset, and how.</summary>
public sealed record ImportRequest
{
    /// <summary>Files of purchases, one folder that holds the shop's files, or a database.</summary>
    public required IReadOnlyList<ImportSource> Sources { get; init; }

    /// <summary>The shop's own lists, where they lie apart.</summary>
    public string? Items { get; init; }
    public string? Customers { get; init; }

    public required string Tenant { get; init; }
    public required string Dataset { get; init; }

    /// <summary>How the files map to the canonical tables; found out from names and known exports unless given.</summary>
    public SourceMapping? Mapping { get; init; }

    /// <summary>Single canonical columns of purchases that a person names, over whatever is found out.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    public FormatHints Formats { get; init; } = new();
    public CleaningOptions Cleaning { get; init; } = new();
    public CsvOptions Text { get; init; } = new();

    /// <summary>Upsert the lines of these orders into the current snapshot instead of replacing it.</summary>
    public bool Append { get; init; }

    public Resources Resources { get; init; } = Resources.Default;

    /// <summary>How long to wait for another writer.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromMinutes(10);
}
