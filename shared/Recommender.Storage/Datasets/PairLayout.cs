namespace Recommender.Storage.Datasets;

/// <summary>How a research file lists who bought or rated what.</summary>
public enum PairLayout
{
    /// <summary>Found out from the file: lines of one length of two to four fields are pairs, anything else is lists.</summary>
    Auto,

    /// <summary>A pair a line: user, item, then perhaps a rating and a time.</summary>
    Pairs,

    /// <summary>A user a line, followed by the user's items.</summary>
    Lists,
}
