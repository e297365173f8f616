using System.Text;
using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Distributor;

/// <summary>One business customer: its sites, their programmes, and what it has lost.</summary>
sealed class Account
{
    static readonly AliasTable SiteNumbers = new([50, 30, 14, 6]);
    static readonly AliasTable RegionShares = new([20, 18, 14, 17, 24, 7]);

    public static readonly string[] Columns =
        ["customer_id", "name", "kind", "parent_account", "region", "signed_up_at", "industry", "service_level"];

    public Account(long number, int placeInBlock, PartCatalogue catalogue, RandomStream random)
    {
        Id = IdOf(number);
        Utf8Id = Encoding.UTF8.GetBytes(Id);
        Industry = random.Below(DistributorNames.Industries.Length);
        Name = $"{random.Of<string>(DistributorNames.Firms)} {DistributorNames.Industries[Industry]} {random.Of<string>(DistributorNames.Kinds)}";
        Parent = placeInBlock > 0 && random.Chance(0.15) ? IdOf(number - 1 - random.Below(placeInBlock)) : null;
        var home = RegionShares.Pick(random);
        Regions = [.. Enumerable.Range(0, SiteNumbers.Pick(random) + 1).Select(site =>
            DistributorNames.Regions[site == 0 || random.Chance(0.5) ? home : RegionShares.Pick(random)])];
        FirstDay = random.Chance(0.8) ? random.Between(0, 10) : random.Between(60, 500);
        Size = random.Between(0.6, 1.8);
        Programmes = ProgrammePlan.Of(this, catalogue, random);
    }

    public string Id { get; }
    public byte[] Utf8Id { get; }
    public string Name { get; }
    public string? Parent { get; }
    public int Industry { get; }

    /// <summary>The region of every site.</summary>
    public string[] Regions { get; }

    public int FirstDay { get; }

    /// <summary>Multiplies the usual quantities.</summary>
    public double Size { get; }

    public IReadOnlyList<Programme> Programmes { get; }

    /// <summary>The decline of the account as a whole, if it shrinks.</summary>
    public Loss? Shrinking { get; set; }

    public string SiteId(int site) => $"{Id}-{site + 1}";

    public void WriteTo(CsvBuffer customers, Calendar calendar, RandomStream random) => customers.Line(
        Id, Name, "business", Parent, Regions[0], calendar.Text(FirstDay - random.Between(5, 60)),
        DistributorNames.Industries[Industry], random.Of<string>(["standard", "standard", "plus", "premium"]));

    static string IdOf(long number) => $"A{number + 100_001}";
}
