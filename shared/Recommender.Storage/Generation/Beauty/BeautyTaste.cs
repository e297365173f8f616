using Recommender.Core.Numerics;

namespace Recommender.Storage.Generation.Beauty;

/// <summary>What people choose: families by month and by their own favourites, then an item of the family.</summary>
sealed class BeautyTaste
{
    const int Favourites = 3;
    const double ChanceOfFavourite = 0.5;
    const double ChanceOfUsual = 0.4;
    const int TriesForAnItemOnSale = 8;

    static readonly double[] Quantities = [0.82, 0.14, 0.03, 0.01];
    static readonly AliasTable QuantityTable = new(Quantities);

    readonly BeautyCatalogue _catalogue;
    readonly Calendar _calendar;
    readonly bool _planted;
    readonly double[][] _demand;          // month of the history x family
    readonly double[] _mostDemand;        // family
    readonly AliasTable[] _familyInMonth;
    readonly AliasTable[] _itemInFamily;

    public BeautyTaste(BeautyCatalogue catalogue, Calendar calendar, bool planted)
    {
        (_catalogue, _calendar, _planted) = (catalogue, calendar, planted);
        _demand = [.. Enumerable.Range(0, calendar.Months).Select(DemandIn)];
        _mostDemand = [.. BeautyFamilies.All.Select((_, f) => _demand.Max(month => month[f]))];
        _familyInMonth = [.. _demand.Select(demand =>
            new AliasTable([.. demand.Select((d, f) => d * BeautyFamilies.All[f].Weight)]))];
        _itemInFamily = [.. catalogue.Families.Select((items, f) => Popularity(items.Length, BeautyCatalogue.HeroesOf(f)))];
    }

    public static int Quantity(RandomStream random) => 1 + QuantityTable.Pick(random);

    public CatalogueItem Pick(ulong customer, int day, RandomStream random)
    {
        var family = PickFamily(customer, _calendar.Month(day), random);
        if (_planted && random.Chance(ChanceOfUsual))
        {
            var usual = UsualOf(customer, family);
            if (usual.IsSold(day)) return usual;
        }

        for (var attempt = 0; attempt < TriesForAnItemOnSale; attempt++)
        {
            var item = _catalogue.Families[family][_itemInFamily[family].Pick(random)];
            if (item.IsSold(day)) return item;
        }
        return _catalogue.Families[family][BeautyCatalogue.HeroesOf(family)];
    }

    int PickFamily(ulong customer, int month, RandomStream random)
    {
        if (_planted && random.Chance(ChanceOfFavourite))
        {
            var hash = RandomStream.Mix(customer + (ulong)random.Below(Favourites));
            var favourite = (int)Math.BigMul(hash, (ulong)BeautyFamilies.All.Length, out _);
            if (random.NextDouble() * _mostDemand[favourite] < _demand[month][favourite]) return favourite;
        }
        return _familyInMonth[month].Pick(random);
    }

    /// <summary>The item of the family that this customer keeps coming back to.</summary>
    CatalogueItem UsualOf(ulong customer, int family) =>
        _catalogue.Families[family][_itemInFamily[family].Pick(new RandomStream(customer, 0, (ulong)family))];

    double[] DemandIn(int month)
    {
        var date = _calendar.First.AddMonths(month);
        return [.. BeautyFamilies.All.Select(family => _planted
            ? family.Season[date.Month - 1] * (1 + (family.YearlyTrend - 1) * month / 12)
            : 1)];
    }

    /// <summary>A few items sell much and many sell little; those of the planted pairs are bought by their own rule alone.</summary>
    static AliasTable Popularity(int items, int heroes) =>
        new([.. Enumerable.Range(0, items).Select(i => i < heroes ? 0 : 1.0 / (i - heroes + 4))]);
}
