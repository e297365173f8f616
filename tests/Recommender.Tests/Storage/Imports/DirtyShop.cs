using System.Globalization;

namespace Recommender.Tests.Storage.Imports;

/// <summary>Random lines of a shop with every kind of dirt; every order has a moment of its own.</summary>
public sealed class DirtyShop(int seed)
{
    public const string Header = "order,customer,item,name,quantity,amount,date,country,status";

    static readonly string[] Countries = ["UK", "France", "Peru"];

    readonly Random _random = new(seed);

    /// <summary>Lines in the order of time, those of an order together.</summary>
    public IReadOnlyList<string> Lines(int orders)
    {
        var lines = new List<string>();
        var sold = new List<(string Customer, int Item, int Quantity, decimal Price)>();
        for (var order = 0; order < orders; order++)
        {
            var moment = new DateTime(2026, 1, 1).AddMinutes(7 * order).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var customer = _random.Next(6) == 0 ? "" : $"c{_random.Next(orders / 8)}";
            var country = Countries[_random.Next(3)];
            if (_random.Next(10) == 0 && sold.Count > 0)
            {
                var (who, item, quantity, price) = sold[_random.Next(sold.Count)];
                lines.Add(Line($"C{order:00000}", who, $"i{item}", -quantity, quantity * price, moment, country));
                continue;
            }
            var status = _random.Next(25) == 0 ? "cancelled" : "";
            for (var at = _random.Next(1, 5); at > 0; at--)
            {
                var (item, quantity, price) = (_random.Next(25), _random.Next(150) == 0 ? 4000 : _random.Next(1, 5), _random.Next(1, 400) / 4m);
                lines.Add(Line($"A{order:00000}", customer, $"i{item}", quantity, quantity * price, moment, country) + status);
                if (customer.Length > 0) sold.Add((customer, item, quantity, price));
                if (_random.Next(20) == 0) lines.Add(lines[^1]);
                if (_random.Next(60) == 0) lines.Add(Line($"A{order:00000}", customer, $"i{item}", 0, 1, moment, country));
            }
            if (_random.Next(8) == 0) lines.Add(Line($"A{order:00000}", customer, "POST", 1, 3, moment, country));
        }
        return lines;
    }

    static string Line(string order, string customer, string item, int quantity, decimal amount, string moment, string country) =>
        string.Create(CultureInfo.InvariantCulture, $"{order},{customer},{item},Thing {item},{quantity},{amount},{moment},{country},");
}
