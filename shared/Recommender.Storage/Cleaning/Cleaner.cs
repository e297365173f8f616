using Recommender.Core;
using Recommender.Storage.Imports;

namespace Recommender.Storage.Cleaning;

/// <summary>Gives every line of the workshop its fate: kept, or set aside by the first step that claims it.</summary>
sealed class Cleaner(Workshop workshop, CleaningOptions options, ImportReport report)
{
    /// <summary>Every step in the order of the counts; each line of the source ends in exactly one.</summary>
    public static readonly IReadOnlyList<string> Fates =
        ["rejected", "duplicates", "non_product", "cancellations", "returns", "matched_sales", "bulk_outliers", "suppressed", "kept"];

    public void Run(bool hasRatings, CancellationToken cancellationToken)
    {
        workshop.Run(
            """
            SET VARIABLE needs_customer = $needs_customer;
            SET VARIABLE non_product_codes = $codes;
            SET VARIABLE non_product_names = $names;
            SET VARIABLE bulk_deviations = $deviations;
            SET VARIABLE bulk_least_lines = $least;
            CREATE VIEW open_lines AS SELECT * FROM lines ANTI JOIN fates ON fates.line = lines.line AND fates.file = lines.file;
            """,
            cancellationToken, ("needs_customer", options.NeedsCustomer), ("codes", options.NonProductCodes), ("names", options.NonProductNames),
            ("deviations", options.BulkDeviations), ("least", options.BulkLeastLines));
        if (options.IsReference)
        {
            Step("reference", cancellationToken);
            return;
        }
        foreach (var step in Fates.Where(options.Runs)) Step(step == "duplicates" && hasRatings ? "ratings" : step, cancellationToken);
        if (options.Runs("variants")) Step("variants", cancellationToken);
    }

    /// <summary>Gives ids that differ only in how they are written one spelling.</summary>
    public void NormaliseIds(CancellationToken cancellationToken) => Step("ids", cancellationToken);

    void Step(string step, CancellationToken cancellationToken)
    {
        report.Step($"cleaning: {step.Replace('_', ' ')}");
        workshop.Run(SqlScript.Of<Cleaner>(step), cancellationToken);
    }

    /// <summary>Lines of the source (not those of a former snapshot) in each fate.</summary>
    public OrderedDictionary<string, long> Count(long read, long rejected, long suppressed, CancellationToken cancellationToken)
    {
        var found = workshop.Rows(
            """
            SELECT fate, count(*) FROM fates JOIN lines ON lines.line = fates.line AND lines.file = fates.file WHERE NOT former GROUP BY fate
            UNION ALL SELECT 'suppressed', count(*) FROM suppressed_lines WHERE NOT former
            UNION ALL SELECT 'kept', count(*) FROM open_lines WHERE NOT former
            """,
            reader => (Fate: reader.GetString(0), Lines: reader.GetInt64(1)), cancellationToken).ToDictionary(row => row.Fate, row => row.Lines);
        found["rejected"] = found.GetValueOrDefault("rejected") + rejected;
        found["suppressed"] = found.GetValueOrDefault("suppressed") + suppressed;

        var counts = new OrderedDictionary<string, long>();
        foreach (var fate in Fates) counts[fate] = found.GetValueOrDefault(fate);
        return counts.Values.Sum() == read
            ? counts
            : throw new InvalidOperationException($"Cleaning lost lines: {read} were read, {counts.Values.Sum()} are accounted for.");
    }

    /// <summary>Stops an import of which too much is unusable: its mapping is probably wrong.</summary>
    public void RefuseTooManyRejects(long read, long rejected, string example)
    {
        if (read == 0 || rejected <= options.MaxRejected * read) return;

        throw new UserErrorException(
            $"{rejected:N0} of {read:N0} lines ({(double)rejected / read:P1}) cannot be used, past the limit of {options.MaxRejected:P0}: {example} "
            + "Mend the source or the mapping (see --dry-run), or raise --max-rejected.");
    }
}
