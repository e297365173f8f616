using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Beauty;

/// <summary>The items of the beauty shop: per family products of a brand and a line, in one or several variants.</summary>
sealed class BeautyCatalogue
{
    const int FirstStream = 1;
    const int StepThroughNames = 187;   // shares no factor with brands x lines, so no product is named twice
    const double ShareOfVariantProducts = 0.5;
    const int MostVariants = 4;

    readonly RandomStream _random;
    readonly Calendar _calendar;
    readonly bool _planted;
    readonly List<CatalogueItem> _items = [];

    public BeautyCatalogue(GenerateOptions options, Calendar calendar)
    {
        (_calendar, _planted) = (calendar, options.Plant);
        _random = new RandomStream((ulong)options.Seed, FirstStream, 0);
        var wanted = 300 * PortableMath.CubeRoot(options.Lines) / PortableMath.CubeRoot(GenerateOptions.FewestLines);
        var firstName = _random.Below(BeautyNames.Brands.Length * BeautyNames.Lines.Length);
        var totalWeight = BeautyFamilies.All.Sum(family => family.Weight);

        Families = new CatalogueItem[BeautyFamilies.All.Length][];
        for (var f = 0; f < Families.Length; f++)
        {
            var before = _items.Count;
            var heroes = PairFamilies.Contains(BeautyFamilies.All[f].Name) ? BeautyPairs.PairsPerStrength : 0;
            AddFamily(BeautyFamilies.All[f], heroes, (int)(wanted * BeautyFamilies.All[f].Weight / totalWeight), firstName);
            Families[f] = [.. _items.Skip(before)];
        }
        Pairs = [.. BeautyPairs.Kinds.SelectMany(PairsOf)];
    }

    public IReadOnlyList<CatalogueItem> Items => _items;

    /// <summary>The items of each family; the first ones are those of the planted pairs, the next one is always sold.</summary>
    public CatalogueItem[][] Families { get; }

    public IReadOnlyList<BeautyPair> Pairs { get; }

    public static int HeroesOf(int family) =>
        PairFamilies.Contains(BeautyFamilies.All[family].Name) ? BeautyPairs.PairsPerStrength : 0;

    static IEnumerable<string> PairFamilies => BeautyPairs.Kinds.SelectMany(kind => new[] { kind.FamilyA, kind.FamilyB });

    IEnumerable<BeautyPair> PairsOf((string Strength, double Lift, string FamilyA, string FamilyB) kind)
    {
        var (a, b) = (FamilyNamed(kind.FamilyA), FamilyNamed(kind.FamilyB));
        for (var i = 0; i < BeautyPairs.PairsPerStrength; i++) yield return new BeautyPair(kind.Strength, kind.Lift, a[i], b[i]);
    }

    CatalogueItem[] FamilyNamed(string name) => Families[Array.FindIndex(BeautyFamilies.All, family => family.Name == name)];

    /// <summary>Partner families walk through the names alike: product number i is of the same brand and line in both.</summary>
    void AddFamily(BeautyFamily family, int heroes, int wanted, int firstName)
    {
        var last = _items.Count + Math.Max(wanted, heroes + 3);
        for (var product = 0; _items.Count < last; product++)
        {
            var name = (firstName + product * StepThroughNames) % (BeautyNames.Brands.Length * BeautyNames.Lines.Length);
            var always = product <= heroes;
            var variants = always || family.Variants.Length < 2 || !_random.Chance(ShareOfVariantProducts)
                ? 1
                : Math.Min(_random.Between(2, Math.Min(MostVariants, family.Variants.Length)), last - _items.Count);
            AddProduct(family, name, variants, always);
        }
    }

    void AddProduct(BeautyFamily family, int name, int variants, bool always)
    {
        var brand = BeautyNames.Brands[name % BeautyNames.Brands.Length];
        var line = BeautyNames.Lines[name / BeautyNames.Brands.Length % BeautyNames.Lines.Length];
        var price = 100L * _random.Between(family.LowestPrice, family.HighestPrice) - _random.Of<int>([1, 5, 10, 50]);
        var firstVariant = _random.Below(Math.Max(1, family.Variants.Length));
        var launched = !always && _planted && _random.Chance(0.12) ? _random.Between(90, _calendar.Days - 90) : -_random.Between(30, 1500);
        int? discontinued = !always && _planted && launched < 0 && _random.Chance(0.04) ? _random.Between(200, _calendar.Days - 60) : null;
        string? parent = null;
        for (var variant = 0; variant < variants; variant++)
        {
            var label = family.Variants.Length == 0 ? "" : " " + family.Variants[(firstVariant + variant) % family.Variants.Length];
            var cents = price + 150 * variant;
            var item = new CatalogueItem
            {
                Id = $"B{_items.Count + 10001}",
                Name = $"{brand} {line} {family.Name}{label}",
                Category = family.Category,
                Family = family.Name,
                Brand = brand,
                VariantOf = parent,
                PriceCents = cents,
                CostCents = cents * _random.Between(32, 62) / 100,
                Stock = _random.Chance(0.03) ? 0 : _random.Between(10, 900),
                LaunchedDay = launched,
                DiscontinuedDay = discontinued,
                Strategic = _random.Chance(0.08),
            };
            parent ??= item.Id;
            _items.Add(item);
        }
    }
}
