using System.Globalization;

namespace Recommender.Tests.Storage.Generation;

/// <summary>One line of purchases.csv.</summary>
public sealed record Purchase(string Order, string Customer, string Item, int Quantity, decimal Amount, DateTime At, string Site)
{
    public bool IsCredit => Order[0] == 'C';

    /// <summary>What a customer bought as a customer: no credit, no postage, nothing in bulk.</summary>
    public bool IsPlainSale => !IsCredit && Item != "POST" && Quantity < 50 && Customer.Length > 0;

    public static Purchase From(IReadOnlyDictionary<string, string> row) => new(
        row["order_id"], row["customer_id"], row["item_id"],
        int.Parse(row["quantity"], CultureInfo.InvariantCulture), decimal.Parse(row["amount"], CultureInfo.InvariantCulture),
        DateTime.Parse(row["purchased_at"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), row["site_id"]);
}
