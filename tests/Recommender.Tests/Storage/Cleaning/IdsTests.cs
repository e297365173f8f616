using Recommender.Tests.Storage.Imports;
using Xunit;

namespace Recommender.Tests.Storage.Cleaning;

public sealed class IdsTests : IDisposable
{
    readonly TemporaryImport _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Ids_that_differ_in_case_take_the_spelling_used_most()
    {
        _shop.Import("default", "order,customer,item,date", "1,ann,85123A,2026-01-05", "2,Ann,85123a,2026-01-05", "3,ann,85123A,2026-01-05", "4,bob,x,2026-01-05");

        Assert.Equal(["1|ann|85123A", "2|ann|85123A", "3|ann|85123A", "4|bob|x"], _shop.Rows("purchases", "order_id, customer_id, item_id"));
        Assert.Equal(["85123A", "x"], _shop.Rows("items", "item_id"));
    }

    [Fact]
    public void Blanks_around_an_id_and_decomposed_letters_make_no_other_id()
    {
        _shop.Import("default", "order,customer,item,date", "1,Jose\u0301 ,pen,2026-01-05", "2, Jos\u00E9,\u00A0pen ,2026-01-05");

        Assert.Equal(["Jos\u00E9|pen"], _shop.Rows("purchases", "DISTINCT customer_id, item_id"));
    }

    [Fact]
    public void Numbers_that_a_spreadsheet_turned_into_decimals_are_whole_again()
    {
        _shop.Import("default", "order,customer,item,date", "1,13085.0,1.0,2026-01-05", "2,13086.0,1.1,2026-01-05");

        Assert.Equal(["1|13085|1.0", "2|13086|1.1"], _shop.Rows("purchases", "order_id, customer_id, item_id"));
    }

    [Fact]
    public void Such_numbers_meet_the_list_that_writes_them_well()
    {
        var customers = _shop.Write("customers.csv", "id,name", "13085,Ann", "13087,Cat");
        var lines = _shop.Write("purchases.csv", "order,customer,item,date", "1,13085.0,pen,2026-01-05", "2,13086.0,pen,2026-01-05");

        _shop.Import(TemporaryImport.Request(lines) with { Customers = customers, Cleaning = new() });

        Assert.Equal(["13085|Ann", "13086|", "13087|Cat"], _shop.Rows("customers", "customer_id, name"));
    }

    [Fact]
    public void Switched_off_every_spelling_is_an_id_of_its_own()
    {
        _shop.Import("ids=off", "order,customer,item,date", "1,ann,pen,2026-01-05", "2,Ann,pen,2026-01-05", "3,13085.0,pen,2026-01-05");

        Assert.Equal(["13085.0", "Ann", "ann"], _shop.Rows("purchases", "customer_id"));
    }

    [Fact]
    public void Two_spellings_in_one_list_are_one_entry_and_the_first_stays()
    {
        var items = _shop.Write("items.csv", "item,name", "PEN,Great pen", "pen,Small pen", "ink,Ink");
        var lines = _shop.Write("purchases.csv", "order,customer,item,date", "1,ann,pen,2026-01-05");

        _shop.Import(TemporaryImport.Request(lines) with { Items = items, Cleaning = new() });

        Assert.Equal(["ink|Ink", "pen|Great pen"], _shop.Rows("items", "item_id, name"));
    }
}
