namespace Recommender.Engine.Answers;

/// <summary>How an item came into an answer, the surest first.</summary>
public enum Strategy
{
    /// <summary>A merchandiser put it there.</summary>
    Pinned,

    /// <summary>The customer buys it again and again, and it is due.</summary>
    Repeat,

    /// <summary>A model scored it for this customer or this history.</summary>
    Personalised,

    /// <summary>It was bought together with what was named.</summary>
    Rule,

    /// <summary>It is like what was named.</summary>
    Similar,

    /// <summary>It is popular in a category that goes with what was named.</summary>
    Category,

    /// <summary>It is new, and was given a share of the list.</summary>
    New,

    /// <summary>It is popular.</summary>
    Popular,
}
