namespace Recommender.Worker.Access;

/// <summary>What a token may be used for; none of them includes another.</summary>
[Flags]
enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Ask for recommendations and scores.</summary>
    Score = 1,

    /// <summary>Report what customers did.</summary>
    Events = 2,

    /// <summary>Read analyses, segments and accounts.</summary>
    Insights = 4,

    /// <summary>Make and export campaigns, bundles and experiments.</summary>
    Campaigns = 8,

    /// <summary>Change what is served: models, items, rules.</summary>
    Admin = 16,
}
