namespace Recommender.Storage.Sources.Text;

/// <summary>Finds out how fields are separated: with the true delimiter the first records agree on their number of fields.</summary>
static class DelimiterChoice
{
    const int Records = 200;
    const string Candidates = ",;\t|";

    /// <summary>The delimiter, or a comma when there is one column.</summary>
    /// <param name="head">The beginning of the file as UTF-8.</param>
    /// <param name="isWhole">The file ends there, so its last record counts too.</param>
    /// <param name="syntax">The file's other settings.</param>
    /// <param name="columns">How many columns there are, when the names are known beforehand.</param>
    public static char Of(ReadOnlyMemory<byte> head, bool isWhole, CsvSyntax syntax, int? columns)
    {
        var best = (Delimiter: ',', Agreement: 0.0, Fields: 1);
        foreach (var candidate in Candidates)
        {
            var counts = FieldCounts(head, isWhole, syntax with { Delimiter = candidate });
            if (counts.Count == 0) continue;
            var expected = columns ?? counts[0];
            var agreement = counts.Count(count => count == expected) / (double)counts.Count;
            if (expected > 1 && (agreement, expected).CompareTo((best.Agreement, best.Fields)) > 0) best = (candidate, agreement, expected);
        }
        return best.Delimiter;
    }

    static List<int> FieldCounts(ReadOnlyMemory<byte> head, bool isWhole, CsvSyntax syntax)
    {
        using var tokenizer = new CsvTokenizer(new MemoryStream(head.ToArray()), syntax with { BufferBytes = head.Length + 1, MaxRecordBytes = int.MaxValue });
        var counts = new List<int>();
        while (counts.Count <= Records && tokenizer.Read()) counts.Add(tokenizer.FieldCount);   // none, where quotes went wrong
        if (!isWhole && counts.Count is > 1 and <= Records) counts.RemoveAt(counts.Count - 1);
        return counts;
    }
}
