namespace Recommender.Storage.Generation.Distributor;

/// <summary>Invented names of brands, accounts and places.</summary>
static class DistributorNames
{
    public static readonly string[] Brands =
        ["Norvik", "Steelhart", "Brandtmar", "Kestrol", "Orvald", "Mecalta", "Tharnex", "Duravane", "Polkemar", "Rotavex"];

    public static readonly string[] Industries = ["Food", "Paper", "Mining", "Automotive", "Packaging", "Timber"];

    public static readonly string[] Firms =
    [
        "Halden", "Brockmoor", "Estermark", "Valdrin", "Korsby", "Tamsel", "Wrexholm", "Lunefield", "Orsova", "Pellstrand",
        "Ravensund", "Skarholt", "Thornbury Vale", "Ulvik", "Vesterdal", "Winterfold", "Ashgrove", "Bergamor", "Castlemere", "Dunwall",
        "Elmshore", "Ferncliff", "Grantholm", "Hollowell", "Inverdale", "Jorvale", "Kilbrae", "Langmoor", "Marstrand", "Netherby",
    ];

    public static readonly string[] Kinds = ["Works", "Mills", "Industries", "Manufacturing", "Group", "Plant Services"];

    public static readonly string[] Regions = ["North", "South", "East", "West", "Central", "Islands"];
}
