namespace Recommender.Storage.Generation.Beauty;

/// <summary>Invented brands and product lines.</summary>
static class BeautyNames
{
    public static readonly string[] Brands =
    [
        "Ondrelle", "Velmora", "Sarithe", "Calunne", "Bellavane", "Noravie", "Tessalune", "Mirelow", "Aubriette & Sun", "Lumovar",
        "Quillara", "Sennovane", "Ombrelis", "Faelune", "Pomarelle", "Rosemarrow", "Halcyra", "Verdaine", "Isolwyn", "Cindral",
    ];

    public static readonly string[] Lines =
    [
        "Silk Repair", "Velvet Glow", "Pure Balance", "Sea Mineral", "Golden Oat", "Night Bloom", "Urban Shield", "Fresh Linen",
        "Wild Fig", "White Tea", "Morning Dew", "Amber Wood", "Soft Cotton", "Green Clay", "Honey Milk", "Blue Lotus",
        "Cedar & Sage", "Almond Blossom", "Rose Quartz", "Citrus Zest", "Cloud Nine", "Deep Moss", "First Light", "Winter Pear",
    ];
}
