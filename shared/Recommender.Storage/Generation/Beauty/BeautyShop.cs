using System.Text;
using System.Text.Json.Nodes;
using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Beauty;

/// <summary>A beauty and cosmetics retailer: two years, consumers, planted pairs and planted segments.</summary>
sealed class BeautyShop : IShop
{
    const int HistoryDays = 730;
    const int CustomersPerBlock = 256;
    const int OrderNumbersPerCustomer = 1024;
    const ulong CustomerStream = 2;
    const ulong DirtStream = 3;
    const int MostLines = 12;
    const double ChanceOfLargeBasket = 0.05;

    static readonly DirtRates Dirty = new() { Returns = 0.015, Anonymous = 0.02, Postage = 0.01, Duplicates = 0.002, Bulk = 0.0002 };
    static readonly double[] Hours = [0, 0, 0, 0, 0, 0, 1, 2, 4, 6, 8, 8, 8, 7, 6, 6, 7, 8, 9, 9, 8, 6, 3, 1];
    static readonly AliasTable HourTable = new(Hours);

    readonly GenerateOptions _options;
    readonly BeautyCatalogue _catalogue;
    readonly BeautyTaste _taste;
    readonly BeautyPairs _pairs;
    readonly BeautyPairCounter _pairCounter;

    public BeautyShop(GenerateOptions options)
    {
        _options = options;
        Calendar = new Calendar(options.End, HistoryDays, BeautySeason.Busyness);
        _catalogue = new BeautyCatalogue(options, Calendar);
        _taste = new BeautyTaste(_catalogue, Calendar, options.Plant);
        _pairs = new BeautyPairs(_catalogue.Pairs, options.Plant);
        _pairCounter = new BeautyPairCounter(_pairs);
    }

    public Calendar Calendar { get; }

    public IReadOnlyList<CatalogueItem> Items => _catalogue.Items;

    public IReadOnlyList<string> CustomerColumns => BeautyCustomer.Columns;

    public string CustomerTruthFile => "truth-segments.csv";

    public void BeginCustomerTruth(CsvBuffer to) => to.Line("customer_id", "segment");

    public void Fill(ShopBlock block, int index, CancellationToken cancellationToken)
    {
        var writer = new OrderWriter(Calendar, _options.Dirt ? Dirty : DirtRates.None, block);
        var baskets = 0UL;
        for (var i = 0; i < CustomersPerBlock && block.Room > 0; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FillCustomer(block, (long)index * CustomersPerBlock + i, writer, ref baskets);
        }
    }

    public JsonObject Truth(ShopCounts counts, Func<string, CsvBuffer> file)
    {
        _pairCounter.Write(counts, file("truth-pairs.csv"));
        return BeautyTruth.Describe(counts, _pairs);
    }

    void FillCustomer(ShopBlock block, long number, OrderWriter writer, ref ulong baskets)
    {
        var random = new RandomStream((ulong)_options.Seed, CustomerStream, (ulong)number);
        var dirt = new RandomStream((ulong)_options.Seed, DirtStream, (ulong)number);
        var customer = new BeautyCustomer(number, random);
        var blockOffset = RandomStream.Mix((ulong)_options.Seed + (ulong)(number / CustomersPerBlock));
        var basket = new Basket();
        var orders = 0;
        foreach (var day in customer.OrderDays(Calendar, random))
        {
            if (orders == 0) WriteCustomer(block, customer, day, random);
            if (block.Room == 0) return;

            FillBasket(basket, customer, day, random);
            _pairs.AddTo(basket, blockOffset, baskets++, random);
            writer.Write(OrderOf(customer, number * OrderNumbersPerCustomer + orders++, day, random), basket, dirt);
            _pairCounter.Count(basket, block.Counts.Pairs);
        }
    }

    void WriteCustomer(ShopBlock block, BeautyCustomer customer, int firstDay, RandomStream random)
    {
        customer.WriteTo(block.Customers, Calendar.Date(firstDay), random);
        block.Truth.Line(customer.Id, customer.Segment.Name);
        block.Counts.Customers++;
        block.Counts.Planted[customer.SegmentNumber]++;
    }

    void FillBasket(Basket basket, BeautyCustomer customer, int day, RandomStream random)
    {
        basket.Clear();
        var usual = customer.Segment.BasketLines;
        var lines = random.Chance(ChanceOfLargeBasket)
            ? Math.Min(MostLines, (int)(usual * (1 + random.Exponential())))
            : Math.Max(1, (int)(usual * random.Between(0.6, 1.4) + 0.5));
        for (var line = 0; line < lines; line++) basket.Add(_taste.Pick(customer.Taste, day, random), BeautyTaste.Quantity(random));
    }

    static Order OrderOf(BeautyCustomer customer, long number, int day, RandomStream random)
    {
        var channel = customer.ChannelOf(random);
        return new Order(100_000_000 + number, day, HourTable.Pick(random) * 3600 + random.Below(3600))
        {
            Customer = customer.Utf8Id,
            Channel = Encoding.UTF8.GetBytes(channel),
            Region = Encoding.UTF8.GetBytes(customer.Region),
            Site = channel == "store" ? Encoding.UTF8.GetBytes($"S-{customer.Region}") : [],
        };
    }
}
