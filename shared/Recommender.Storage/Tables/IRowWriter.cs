using Recommender.Core.Datasets;

namespace Recommender.Storage.Tables;

/// <summary>Takes the rows of a table cell by cell, in the order of its columns.</summary>
public interface IRowWriter
{
    /// <summary>A text in UTF-8.</summary>
    void Text(ReadOnlySpan<byte> utf8);

    /// <summary>The names of these entries.</summary>
    void Names(Vocabulary names, ReadOnlySpan<int> entries);

    /// <summary>A whole number.</summary>
    void Whole(long value);

    /// <summary>A number; one that is not finite is missing.</summary>
    void Number(double value);

    /// <summary>Nothing is known.</summary>
    void Missing();

    /// <summary>The row has all its cells.</summary>
    void EndRow();
}
