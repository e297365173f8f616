using Recommender.Storage.Cleaning;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Imports;

/// <summary>Takes people who asked to be forgotten out of the workshop; the list knows only keyed hashes of them.</summary>
sealed class Suppressed(Workshop workshop, TenantFolder tenant)
{
    public void Remove(CancellationToken cancellationToken)
    {
        workshop.Run("CREATE TABLE suppressed (customer_id VARCHAR)", cancellationToken);
        if (tenant.Suppressions is { Count: > 0 } list && tenant.Key is { } key)
        {
            var customers = workshop.Rows(
                """
                SELECT customer_id FROM lines WHERE customer_id IS NOT NULL
                UNION SELECT customer_id FROM listed_customers
                UNION SELECT parent_account FROM listed_customers WHERE parent_account IS NOT NULL
                UNION SELECT customer_id FROM rejects WHERE customer_id IS NOT NULL
                """,
                reader => reader.GetString(0), cancellationToken);
            foreach (var customer in customers.Where(customer => list.Contains(key.Hash(customer))))
                workshop.Run("INSERT INTO suppressed VALUES ($customer)", cancellationToken, ("customer", customer));
        }
        workshop.Run(SqlScript.Of<Cleaner>("suppressed"), cancellationToken);
    }
}
