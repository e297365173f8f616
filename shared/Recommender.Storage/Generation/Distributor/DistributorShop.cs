using System.Text.Json.Nodes;
using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Distributor;

/// <summary>A seller of industrial parts to businesses: four years, accounts with sites and contracts, planted declines.</summary>
sealed class DistributorShop : IShop
{
    const int HistoryDays = 4 * 365 + 1;
    const int AccountsPerBlock = 8;
    const ulong AccountStream = 12;
    const ulong DirtStream = 13;

    static readonly DirtRates Dirty = new() { Returns = 0.008, Postage = 0.01, Duplicates = 0.001 };

    readonly GenerateOptions _options;
    readonly PartCatalogue _catalogue;

    public DistributorShop(GenerateOptions options)
    {
        _options = options;
        var first = options.End.AddDays(1 - HistoryDays);
        Calendar = new Calendar(options.End, HistoryDays, date => DistributorSeason.Busyness(date, first));
        _catalogue = new PartCatalogue(options, Calendar);
    }

    public Calendar Calendar { get; }

    public IReadOnlyList<CatalogueItem> Items => _catalogue.Items;

    public IReadOnlyList<string> CustomerColumns => Account.Columns;

    public string CustomerTruthFile => "truth-declines.csv";

    public void BeginCustomerTruth(CsvBuffer to) => DeclineTruth.Begin(to, _catalogue, Calendar);

    public void Fill(ShopBlock block, int index, CancellationToken cancellationToken)
    {
        var writer = new OrderWriter(Calendar, _options.Dirt ? Dirty : DirtRates.None, block);
        var orders = new AccountOrders(_catalogue, Calendar, block, writer);
        for (var place = 0; place < AccountsPerBlock && block.Room > 0; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var number = (long)index * AccountsPerBlock + place;
            var random = new RandomStream((ulong)_options.Seed, AccountStream, (ulong)number);
            var account = new Account(number, place, _catalogue, random);
            if (_options.Plant) Declines.Plant(account, Calendar.Days, random);

            account.WriteTo(block.Customers, Calendar, random);
            block.Counts.Customers++;
            orders.Write(account, number, random, new RandomStream((ulong)_options.Seed, DirtStream, (ulong)number));
            DeclineTruth.Write(block, account, Calendar);
        }
    }

    public JsonObject Truth(ShopCounts counts, Func<string, CsvBuffer> file) => DeclineTruth.Describe(counts, _catalogue);
}
