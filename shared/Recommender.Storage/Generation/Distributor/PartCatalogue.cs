using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Distributor;

/// <summary>The items of the distributor: kits that accounts reorder, and loose parts that are bought now and then.</summary>
sealed class PartCatalogue
{
    const ulong CatalogueStream = 11;
    const int PartsOfKit = 4;
    const int KitsInTheSmallestShop = 48;
    const double ShareDiscontinued = 0.03;
    const double ShareLaunchedLater = 0.1;

    readonly RandomStream _random;
    readonly Calendar _calendar;
    readonly bool _planted;
    readonly List<CatalogueItem> _items = [];
    readonly Dictionary<CatalogueItem, PartFamily> _families = new(ReferenceEqualityComparer.Instance);

    public PartCatalogue(GenerateOptions options, Calendar calendar)
    {
        (_calendar, _planted) = (calendar, options.Plant);
        _random = new RandomStream((ulong)options.Seed, CatalogueStream, 0);
        var kits = KitsInTheSmallestShop * PortableMath.CubeRoot(options.Lines) / PortableMath.CubeRoot(GenerateOptions.FewestLines);
        Kits = [.. Enumerable.Range(0, kits).Select(NewKit)];
        var ofKits = _items.ToArray();
        Loose = [.. Enumerable.Range(0, kits * 2).Select(_ => NewLoose(ofKits))];
        LoosePopularity = new AliasTable([.. Loose.Select((_, i) => 1.0 / (i + 10))]);
    }

    public IReadOnlyList<CatalogueItem> Items => _items;

    public PartKit[] Kits { get; }

    public CatalogueItem[] Loose { get; }

    public AliasTable LoosePopularity { get; }

    public PartFamily FamilyOf(CatalogueItem item) => _families[item];

    PartKit NewKit(int index)
    {
        var families = new HashSet<PartFamily>();
        while (families.Count < PartsOfKit) families.Add(_random.Of<PartFamily>(PartFamilies.All));

        return new PartKit(index % DistributorNames.Industries.Length, [.. families.Select(NewOfKit)]);
    }

    CatalogueItem NewOfKit(PartFamily family)
    {
        int? discontinued = _planted && _random.Chance(ShareDiscontinued) ? _calendar.Days - _random.Between(200, 500) : null;
        return Add(family, variantOf: null, launched: -_random.Between(100, 3000), discontinued);
    }

    /// <summary>A loose part is now and then another size of a part in a kit.</summary>
    CatalogueItem NewLoose(CatalogueItem[] ofKits)
    {
        var launched = _planted && _random.Chance(ShareLaunchedLater) ? _random.Between(200, _calendar.Days - 200) : -_random.Between(100, 3000);
        if (!_random.Chance(0.4)) return Add(_random.Of<PartFamily>(PartFamilies.All), variantOf: null, launched, discontinued: null);

        var parent = _random.Of<CatalogueItem>(ofKits);
        return Add(_families[parent], parent, launched, discontinued: null);
    }

    CatalogueItem Add(PartFamily family, CatalogueItem? variantOf, int launched, int? discontinued)
    {
        var brand = variantOf?.Brand ?? _random.Of<string>(DistributorNames.Brands);
        var cents = 100L * _random.Between(family.LowestPrice, family.HighestPrice) + _random.Of<int>([0, 20, 45, 80]);
        var item = new CatalogueItem
        {
            Id = $"P{_items.Count + 10001}",
            Name = $"{brand} {family.Name} {family.Category[0]}{family.Name[0]}-{_random.Between(10, 99)}{_items.Count + 101}",
            Category = family.Category,
            Family = family.Name,
            Brand = brand,
            VariantOf = variantOf?.Id,
            PriceCents = cents,
            CostCents = cents * _random.Between(52, 80) / 100,
            Stock = _random.Chance(0.05) ? 0 : _random.Between(5, 2000),
            LaunchedDay = launched,
            DiscontinuedDay = discontinued,
            Strategic = _random.Chance(0.1),
        };
        _items.Add(item);
        _families[item] = family;
        return item;
    }
}
