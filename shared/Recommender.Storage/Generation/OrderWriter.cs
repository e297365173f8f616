using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation;

/// <summary>Writes orders as lines of purchases.csv and mixes in the dirt, counting both.</summary>
/// <remarks>Dirt draws from a stream of its own: with or without it, the same customer buys the same things.</remarks>
sealed class OrderWriter(Calendar calendar, DirtRates rates, ShopBlock block)
{
    const long PostageCents = 395;
    public const int LowestBulk = 60;
    const int HighestBulk = 180;
    const int SoonestReturn = 3;
    const int LatestReturn = 21;

    /// <summary>The code of the postage lines; it is no item.</summary>
    static ReadOnlySpan<byte> PostageItem => "POST"u8;

    public static readonly string[] Columns =
        ["order_id", "customer_id", "item_id", "quantity", "amount", "purchased_at", "site_id", "region", "channel", "currency"];

    readonly CsvBuffer _head = new();
    readonly CsvBuffer _tail = new();
    readonly Basket _returned = new();

    ShopCounts Counts => block.Counts;

    /// <summary>Writes the order, or as much of it as the block has room for; the basket is cut to what was written.</summary>
    public void Write(in Order order, Basket basket, RandomStream dirt)
    {
        basket.CutTo(block.Room);
        if (basket.Count == 0) return;

        var anonymous = dirt.Chance(rates.Anonymous);
        Begin("O"u8, order, anonymous ? default : order.Customer, order.Day);
        Counts.Orders++;
        if (anonymous)
        {
            Counts.AnonymousOrders++;
            Counts.AnonymousLines += basket.Count;
        }

        _returned.Clear();
        for (var line = 0; line < basket.Count; line++)
        {
            var room = block.Room - (basket.Count - line);
            WriteSale(basket[line], dirt.NextDouble(), canRepeat: room > 0, canReturn: !anonymous);
        }

        if (dirt.Chance(rates.Postage) && block.Room > 0) WritePostage();
        WriteReturns(order, dirt);
    }

    void WriteSale((CatalogueItem Item, int Quantity) line, double fate, bool canRepeat, bool canReturn)
    {
        var (item, quantity) = line;
        var bulk = fate < rates.Bulk;
        if (bulk) quantity = LowestBulk + (int)(fate / rates.Bulk * (HighestBulk - LowestBulk));

        var cents = WriteLine(item.Utf8Id, quantity, item.PriceCents);
        Counts.SaleLines++;
        Counts.SaleCents += cents;
        if (bulk)
        {
            Counts.BulkLines++;
            Counts.BulkCents += cents;
        }
        else if (fate < rates.Bulk + rates.Duplicates)
        {
            if (!canRepeat) return;
            Counts.DuplicateLines++;
            Counts.DuplicateCents += WriteLine(item.Utf8Id, quantity, item.PriceCents);
        }
        else if (fate < rates.Bulk + rates.Duplicates + rates.Returns && canReturn)
        {
            _returned.Add(item, quantity);
        }
    }

    void WritePostage()
    {
        WriteLine(PostageItem, 1, PostageCents);
        Counts.PostageLines++;
        Counts.PostageCents += PostageCents;
    }

    void WriteReturns(in Order order, RandomStream dirt)
    {
        if (_returned.Count == 0) return;

        var day = order.Day + dirt.Between(SoonestReturn, LatestReturn);
        _returned.CutTo(block.Room);
        if (day >= calendar.Days || _returned.Count == 0) return;

        Begin("C"u8, order, order.Customer, day);
        Counts.CreditOrders++;
        for (var line = 0; line < _returned.Count; line++)
        {
            Counts.ReturnLines++;
            Counts.ReturnCents += WriteLine(_returned[line].Item.Utf8Id, -_returned[line].Quantity, _returned[line].Item.PriceCents);
        }
    }

    /// <summary>Writes what all lines of an order have in common, before and after the line's own cells.</summary>
    void Begin(ReadOnlySpan<byte> kind, in Order order, ReadOnlySpan<byte> customer, int day)
    {
        _head.Clear();
        _head.Raw(kind).Number(order.Number).Comma().Raw(customer).Comma();

        var (hour, second) = Math.DivRem(order.Second, 3600);
        _tail.Clear();
        _tail.Comma().Raw(calendar.Utf8(day)).Raw("T"u8).TwoDigits(hour).Raw(":"u8).TwoDigits(second / 60).Raw(":"u8).TwoDigits(second % 60);
        _tail.Raw("Z,"u8).Raw(order.Site).Comma().Raw(order.Region).Comma().Raw(order.Channel).Raw(",EUR\n"u8);
    }

    long WriteLine(ReadOnlySpan<byte> item, int quantity, long priceCents)
    {
        var cents = quantity * priceCents;
        block.Purchases.Raw(_head.Written).Raw(item).Comma().Number(quantity).Comma().Money(cents).Raw(_tail.Written);
        Counts.Lines++;
        return cents;
    }
}
