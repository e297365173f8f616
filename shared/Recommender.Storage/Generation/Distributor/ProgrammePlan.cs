using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Distributor;

/// <summary>Which kits the sites of an account reorder, and how often.</summary>
static class ProgrammePlan
{
    const double ChanceOfOwnIndustry = 0.8;
    const double ChanceOfSharedKit = 0.6;
    const int SlowProgrammes = 2;

    /// <summary>Every site has one busy programme, which comes first, and slower ones.</summary>
    public static IReadOnlyList<Programme> Of(Account account, PartCatalogue catalogue, RandomStream random)
    {
        var shared = PickKit(account, catalogue, random);
        var programmes = new List<Programme>();
        for (var site = 0; site < account.Regions.Length; site++)
        {
            var used = new HashSet<PartKit>(ReferenceEqualityComparer.Instance);
            var busy = random.Chance(ChanceOfSharedKit) ? shared : PickKit(account, catalogue, random);
            used.Add(busy);
            programmes.Add(new Programme(site, busy, random.Between(6.0, 9.0)));
            while (used.Count < 1 + SlowProgrammes)
            {
                var kit = PickKit(account, catalogue, random);
                if (used.Add(kit)) programmes.Add(new Programme(site, kit, random.Between(14.0, 35.0)));
            }
        }
        return programmes;
    }

    static PartKit PickKit(Account account, PartCatalogue catalogue, RandomStream random)
    {
        while (true)
        {
            var kit = random.Of<PartKit>(catalogue.Kits);
            if (kit.Industry == account.Industry || !random.Chance(ChanceOfOwnIndustry)) return kit;
        }
    }
}
