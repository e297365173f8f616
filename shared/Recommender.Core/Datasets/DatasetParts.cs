namespace Recommender.Core.Datasets;

/// <summary>Columns of a data set that are read only when somebody asks for them.</summary>
[Flags]
public enum DatasetParts
{
    /// <summary>Only who bought what when.</summary>
    None = 0,

    /// <summary>Units of each line.</summary>
    Quantities = 1,

    /// <summary>Money of each line.</summary>
    Amounts = 2,

    /// <summary>Explicit ratings.</summary>
    Ratings = 4,

    /// <summary>Names and attributes of the items.</summary>
    Catalogue = 8,
}
