namespace Recommender.Engine.Assortments;

/// <summary>What an attribute of items holds.</summary>
public enum AttributeKind
{
    /// <summary>A finite number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Several texts.</summary>
    List,
}
