using System.Collections.Concurrent;
using Recommender.Core.Datasets;
using Recommender.Engine.Assortments.Columns;

namespace Recommender.Engine.Assortments;

/// <summary>What is known of items, an attribute a column: those that every shop has, and the shop's own.</summary>
sealed class ItemColumns
{
    readonly ConcurrentDictionary<string, Column> _byName = new(StringComparer.OrdinalIgnoreCase);

    public ItemColumns()
    {
        Column[] columns = [Name, Category, Family, Brand, Price, Cost, Stock, VariantOf, Launched, Hidden, Discontinued];
        foreach (var column in columns) _byName[column.Name] = column;
    }

    public NameColumn Name { get; } = new("name");

    public TextColumn Category { get; } = new("category");

    public TextColumn Family { get; } = new("family");

    public TextColumn Brand { get; } = new("brand");

    public NumberColumn Price { get; } = new("price", least: 0);

    public NumberColumn Cost { get; } = new("cost", least: 0);

    public NumberColumn Stock { get; } = new("stock");

    public NameColumn VariantOf { get; } = new("variant_of");

    public TimeColumn Launched { get; } = new("launched_at");

    public FlagColumn Hidden { get; } = new("hidden");

    public FlagColumn Discontinued { get; } = new("discontinued");

    /// <summary>How many attributes there are.</summary>
    public int Count => _byName.Count;

    public long Bytes => _byName.Sum(column => column.Value.Bytes);

    /// <summary>The attributes that some item has a value of, by name.</summary>
    public IEnumerable<string> Known => _byName.Values.Where(column => column.Present > 0).Select(column => column.Name).Order(StringComparer.Ordinal);

    public Column? Find(string attribute) => _byName.GetValueOrDefault(attribute);

    public bool IsOffered(int row) => !Hidden.Of(row) && !Discontinued.Of(row) && !(Stock.Of(row) <= 0);

    public ItemFacts Facts(int row) => new()
    {
        Name = Name.Of(row),
        Category = Category.Of(row),
        Family = Family.Of(row),
        Brand = Brand.Of(row),
        Price = Price.Of(row),
        Cost = Cost.Of(row),
        Stock = Stock.Of(row),
        VariantOf = VariantOf.Of(row),
        Launched = Launched.Of(row) is var minute && minute == TimeColumn.Unknown ? null : minute,
        IsHidden = Hidden.Of(row),
        IsDiscontinued = Discontinued.Of(row),
    };

    public void Refresh(int row, ItemFacts facts)
    {
        Name.SetBase(row, facts.Name);
        Category.SetBase(row, facts.Category);
        Family.SetBase(row, facts.Family);
        Brand.SetBase(row, facts.Brand);
        Price.SetBase(row, facts.Price);
        Cost.SetBase(row, facts.Cost);
        Stock.SetBase(row, facts.Stock);
        VariantOf.SetBase(row, facts.VariantOf);
        Launched.SetBase(row, facts.Launched ?? TimeColumn.Unknown);
        Hidden.SetBase(row, facts.IsHidden);
        Discontinued.SetBase(row, facts.IsDiscontinued);
    }

    public void Refresh(int row, Catalogue catalogue, int item)
    {
        if (catalogue.Names.Count > 0) Name.SetBase(row, catalogue.Names[item]);
        if (catalogue.Categories.Count > 0) Category.SetBase(row, catalogue.Categories[item]);
        if (catalogue.Families.Count > 0) Family.SetBase(row, catalogue.Families[item]);
        if (catalogue.Brands.Count > 0) Brand.SetBase(row, catalogue.Brands[item]);
        if (catalogue.Prices.Count > 0) Price.SetBase(row, Written.AsDouble(catalogue.Prices[item]));
        if (catalogue.Costs.Count > 0) Cost.SetBase(row, Written.AsDouble(catalogue.Costs[item]));
        if (catalogue.Stocks.Count > 0) Stock.SetBase(row, Written.AsDouble(catalogue.Stocks[item]));
        if (catalogue.Variants.Count > 0) VariantOf.SetBase(row, catalogue.Variants[item]);
        if (catalogue.Launches.Count > 0) Launched.SetBase(row, catalogue.Launches[item]);
    }

    /// <summary>Sets a value for the feed; an attribute that is new is made with the kind of its value.</summary>
    public void Feed(int row, string attribute, AttributeValue? value)
    {
        if (Find(attribute) is { } column) column.Feed(row, value);
        else if (value is not null) (_byName[attribute] = New(attribute, value.Kind)).Feed(row, value);
    }

    public static Column New(string attribute, AttributeKind kind) => kind switch
    {
        AttributeKind.Number => new NumberColumn(attribute),
        AttributeKind.Text => new TextColumn(attribute),
        AttributeKind.Flag => new FlagColumn(attribute),
        _ => new ListColumn(attribute),
    };
}
