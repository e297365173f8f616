using System.Text;
using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Distributor;

/// <summary>Writes the orders of one account: the rhythm of every programme, and loose parts in between.</summary>
sealed class AccountOrders(PartCatalogue catalogue, Calendar calendar, ShopBlock block, OrderWriter writer)
{
    const int OrderNumbersPerAccount = 4096;
    const int Regularity = 12;
    const double ChanceOfPart = 0.9;
    const double ChanceOfLoosePart = 0.15;
    const double DaysBetweenSpotOrders = 20;

    static readonly AliasTable SpotChannels = new([45, 35, 20]);
    static readonly string[] SpotChannelNames = ["web", "phone", "emergency"];

    readonly Basket _basket = new();
    long _number;

    public void Write(Account account, long accountNumber, RandomStream random, RandomStream dirt)
    {
        _number = 100_000_000 + accountNumber * OrderNumbersPerAccount;
        foreach (var programme in account.Programmes) WriteProgramme(account, programme, random, dirt);
        for (var site = 0; site < account.Regions.Length; site++) WriteSpotOrders(account, site, random, dirt);
    }

    void WriteProgramme(Account account, Programme programme, RandomStream random, RandomStream dirt)
    {
        var shopTime = calendar.ShopTime(account.FirstDay) + programme.Interval * random.NextDouble();
        for (var day = calendar.DayAt(shopTime); day < calendar.Days && block.Room > 0; day = calendar.DayAt(shopTime))
        {
            FillFromKit(account, programme, day, random);
            WriteOrder(account, programme.Site, day, random.Chance(0.85) ? "contract" : "web", (random, dirt));
            shopTime += programme.Interval / Pace(account, day) * random.Gamma(Regularity);
        }
        programme.IsWritten = block.Room > 0;
    }

    void FillFromKit(Account account, Programme programme, int day, RandomStream random)
    {
        _basket.Clear();
        for (var part = 0; part < programme.Kit.Items.Length; part++)
        {
            var chance = ChanceOfPart * (programme.LossOf(part)?.RateOn(day) ?? 1);
            if (random.Chance(chance)) Add(account, programme.Kit.Items[part], day, random);
        }
        if (random.Chance(ChanceOfLoosePart)) AddLoose(account, day, random);
    }

    void WriteSpotOrders(Account account, int site, RandomStream random, RandomStream dirt)
    {
        var shopTime = calendar.ShopTime(account.FirstDay) + DaysBetweenSpotOrders * random.Exponential();
        for (var day = calendar.DayAt(shopTime); day < calendar.Days && block.Room > 0; day = calendar.DayAt(shopTime))
        {
            _basket.Clear();
            for (var lines = random.Between(1, 3); lines > 0; lines--) AddLoose(account, day, random);
            WriteOrder(account, site, day, SpotChannelNames[SpotChannels.Pick(random)], (random, dirt));
            shopTime += DaysBetweenSpotOrders / Pace(account, day) * random.Exponential();
        }
    }

    void WriteOrder(Account account, int site, int day, string channel, (RandomStream Random, RandomStream Dirt) streams)
    {
        const int Opening = 7 * 3600;
        const int OpenFor = 11 * 3600;
        var order = new Order(_number++, day, Opening + streams.Random.Below(OpenFor))
        {
            Customer = account.Utf8Id,
            Site = Encoding.UTF8.GetBytes(account.SiteId(site)),
            Region = Encoding.UTF8.GetBytes(account.Regions[site]),
            Channel = Encoding.UTF8.GetBytes(channel),
        };
        writer.Write(order, _basket, streams.Dirt);
    }

    void AddLoose(Account account, int day, RandomStream random) =>
        Add(account, catalogue.Loose[catalogue.LoosePopularity.Pick(random)], day, random);

    /// <summary>Quantities scatter widely (gamma with shape 2 around the mean), as those of real orders do.</summary>
    void Add(Account account, CatalogueItem item, int day, RandomStream random)
    {
        var family = catalogue.FamilyOf(item);
        var mean = family.Quantity * account.Size * family.Season[calendar.Date(day).Month - 1];
        var quantity = Math.Max(1, (int)(mean * random.Gamma(2) + 0.5));
        if (item.IsSold(day)) _basket.Add(item, quantity);
    }

    static double Pace(Account account, int day) => account.Shrinking?.RateOn(day) ?? 1;
}
