using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Recommender.Training.Pipelines.Documents;

/// <summary>Files whose columns are found out, with what a person knows better.</summary>
sealed record FilesSection
{
    [Description("Files of purchases, or one folder that holds the shop's files; paths start at the pipeline's file.")]
    public required IReadOnlyList<string> Files { get; init; }

    [Description("The shop's list of items.")]
    public string? Items { get; init; }

    [Description("The shop's list of customers.")]
    public string? Customers { get; init; }

    [Description("Columns named by hand: item_id: SKU.")]
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    [Description("day-first, month-first or a pattern such as %d.%m.%Y; found out unless given.")]
    public string? Dates { get; init; }

    [Description("comma or point; found out unless given.")]
    public string? Decimal { get; init; }

    [Description("Zone of dates without an offset, such as Europe/London. Usual is UTC.")]
    public string? Timezone { get; init; }

    [Description("utf-8, windows-1252, ...; found out unless given.")]
    public string? Encoding { get; init; }

    [Description("Column names of a file that begins with data.")]
    public IReadOnlyList<string> Header { get; init; } = [];

    [Description("Share of unusable lines at which the import fails."), Range(0.0, 1.0)]
    public double MaxRejected { get; init; } = 0.05;
}
