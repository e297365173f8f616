using System.Text;
using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Beauty;

/// <summary>One customer of the beauty shop: who that is, and when the orders fall.</summary>
sealed class BeautyCustomer
{
    static readonly string[] Regions = ["North", "South", "East", "West", "Coast", "Lakes", "Highlands", "Capital"];
    static readonly AliasTable RegionShares = new([14, 16, 11, 13, 10, 7, 5, 24]);
    static readonly string[] Channels = ["web", "store", "app"];
    static readonly AliasTable ChannelShares = new([50, 32, 18]);
    static readonly string[] Tiers = ["Basic", "Silver", "Gold"];
    static readonly string[] Births = ["1950-1959", "1960-1969", "1970-1979", "1980-1989", "1990-1999", "2000-2009"];
    static readonly AliasTable BirthShares = new([5, 11, 19, 25, 27, 13]);
    static readonly string[] Skins = ["dry", "oily", "combination", "normal", "sensitive"];

    public static readonly string[] Columns =
        ["customer_id", "kind", "region", "signed_up_at", "newsletter", "loyalty_tier", "birth_years", "skin_type"];

    readonly BeautySegment _segment;
    readonly int _region;
    readonly int _channel;

    public BeautyCustomer(long index, RandomStream random)
    {
        Id = $"K{index + 1_000_001}";
        Utf8Id = Encoding.UTF8.GetBytes(Id);
        SegmentNumber = BeautySegments.Shares.Pick(random);
        _segment = BeautySegments.All[SegmentNumber];
        (_region, _channel) = (RegionShares.Pick(random), ChannelShares.Pick(random));
        Taste = random.Next();
    }

    public string Id { get; }

    public byte[] Utf8Id { get; }

    public int SegmentNumber { get; }

    public BeautySegment Segment => _segment;

    /// <summary>Names the favourites of this customer.</summary>
    public ulong Taste { get; }

    public string Region => Regions[_region];

    /// <summary>The usual channel, and now and then another.</summary>
    public string ChannelOf(RandomStream random) => Channels[random.Chance(0.8) ? _channel : ChannelShares.Pick(random)];

    /// <summary>The days of the orders, in order, by gamma intervals in shop time.</summary>
    public IEnumerable<int> OrderDays(Calendar calendar, RandomStream random)
    {
        const int Regularity = 8;
        var pace = _segment.Interval * random.Between(0.85, 1.18);
        var first = calendar.Days - random.Between(_segment.Start.Newest, _segment.Start.Oldest);
        var last = calendar.Days - (_segment.Stop is { } stop ? random.Between(stop.Newest, stop.Oldest) : 1);

        var shopTime = calendar.ShopTime(first) + random.NextDouble();
        for (var order = 0; order < _segment.MostOrders; order++)
        {
            var day = calendar.DayAt(shopTime);
            if (day > last) yield break;

            yield return day;
            shopTime += pace * random.Gamma(Regularity);
        }
    }

    public void WriteTo(CsvBuffer customers, DateOnly firstOrder, RandomStream random)
    {
        var tier = random.Chance(0.85) ? _segment.Tier : random.Of<string>(Tiers);
        var signedUp = firstOrder.AddDays(-random.Between(0, 20));
        customers.Line(
            Id, "consumer", Region, signedUp.ToString("yyyy-MM-dd"), random.Chance(0.45) ? "yes" : "no", tier,
            Births[BirthShares.Pick(random)], random.Of<string>(Skins));
    }
}
