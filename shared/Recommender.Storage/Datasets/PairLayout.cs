namespace Recommender.Storage.Datasets;

/// <summary>How a research file lists who bought or rated what.</summary>
public enum PairLayout
{
    /// <summary>
    /// Found out from the file: with a heading, or with fields parted by anything but blanks or tabs, it has pairs; so it has where the
    /// lines agree on two to four fields. Anything else is lists.
    /// </summary>
    Auto,

    /// <summary>A pair a line: user, item, then perhaps a rating and a time; with a heading the columns are found by their names.</summary>
    Pairs,

    /// <summary>A user a line, followed by the user's items.</summary>
    Lists,
}
