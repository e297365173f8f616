using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Filters.Conditions;

/// <summary>The numbers of some texts in a column; looked up again when the column has learned new texts.</summary>
sealed class WordSet(Words words, IReadOnlyList<string> texts)
{
    Resolved _resolved = Resolve(words, texts);

    /// <summary>Whether the text of this class is one of them.</summary>
    public bool Has(int code)
    {
        var resolved = Volatile.Read(ref _resolved);
        if (!resolved.IsWhole && resolved.Known != words.Count) Volatile.Write(ref _resolved, resolved = Resolve(words, texts));
        return resolved.Codes.AsSpan().Contains(code);
    }

    static Resolved Resolve(Words words, IReadOnlyList<string> texts)
    {
        var known = words.Count;   // before the search: a text that comes meanwhile is looked for again
        int[] codes = [.. texts.Select(words.Find).Where(code => code != 0).Distinct()];
        return new(known, codes, texts.All(text => words.Find(text) != 0));
    }

    sealed record Resolved(int Known, int[] Codes, bool IsWhole);
}
