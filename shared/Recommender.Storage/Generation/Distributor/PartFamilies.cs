namespace Recommender.Storage.Generation.Distributor;

/// <summary>The families of industrial parts, with the price range in euro, the usual quantity and the season.</summary>
static class PartFamilies
{
    public static readonly PartFamily[] All =
    [
        new("Bearings", "Ball Bearing") { LowestPrice = 4, HighestPrice = 60, Quantity = 8 },
        new("Bearings", "Roller Bearing") { LowestPrice = 15, HighestPrice = 140, Quantity = 4 },
        new("Bearings", "Linear Bearing") { LowestPrice = 12, HighestPrice = 90, Quantity = 4 },
        new("Drives", "V-Belt") { LowestPrice = 5, HighestPrice = 45, Quantity = 6 },
        new("Drives", "Roller Chain") { LowestPrice = 18, HighestPrice = 120, Quantity = 3 },
        new("Drives", "Shaft Coupling") { LowestPrice = 20, HighestPrice = 160, Quantity = 3 },
        new("Seals", "Shaft Seal") { LowestPrice = 2, HighestPrice = 25, Quantity = 10 },
        new("Seals", "O-Ring Set") { LowestPrice = 3, HighestPrice = 18, Quantity = 12 },
        new("Seals", "Flange Gasket") { LowestPrice = 2, HighestPrice = 22, Quantity = 10 },
        new("Lubrication", "Grease Cartridge") { LowestPrice = 5, HighestPrice = 24, Quantity = 12, Season = DistributorSeason.Winter },
        new("Lubrication", "Gear Oil") { LowestPrice = 25, HighestPrice = 140, Quantity = 4, Season = DistributorSeason.Winter },
        new("Lubrication", "Chain Spray") { LowestPrice = 6, HighestPrice = 15, Quantity = 12 },
        new("Pneumatics", "Air Cylinder") { LowestPrice = 35, HighestPrice = 190, Quantity = 2 },
        new("Pneumatics", "Solenoid Valve") { LowestPrice = 25, HighestPrice = 130, Quantity = 3 },
        new("Pneumatics", "Push-in Fitting") { LowestPrice = 1, HighestPrice = 8, Quantity = 25 },
        new("Pneumatics", "Air Hose") { LowestPrice = 10, HighestPrice = 55, Quantity = 5 },
        new("Electrical", "Proximity Sensor") { LowestPrice = 18, HighestPrice = 95, Quantity = 4 },
        new("Electrical", "Contactor") { LowestPrice = 16, HighestPrice = 110, Quantity = 3 },
        new("Electrical", "Control Cable") { LowestPrice = 9, HighestPrice = 70, Quantity = 6 },
        new("Filters", "Air Filter") { LowestPrice = 7, HighestPrice = 48, Quantity = 8, Season = DistributorSeason.Summer },
        new("Filters", "Oil Filter") { LowestPrice = 8, HighestPrice = 52, Quantity = 6 },
        new("Safety", "Work Gloves") { LowestPrice = 2, HighestPrice = 14, Quantity = 24, Season = DistributorSeason.Winter },
        new("Safety", "Safety Glasses") { LowestPrice = 4, HighestPrice = 19, Quantity = 12 },
        new("Tools", "Cutting Disc") { LowestPrice = 1, HighestPrice = 7, Quantity = 25 },
    ];
}
