using Recommender.Storage.Cleaning;
using Recommender.Storage.Forgetting;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Imports;

/// <summary>Takes people who asked to be forgotten out of the workshop; the list knows only keyed hashes of them.</summary>
sealed class Suppressed(Workshop workshop, TenantFolder tenant)
{
    const string People =
        """
        SELECT customer_id FROM lines
        UNION SELECT customer_id FROM listed_customers
        UNION SELECT parent_account FROM listed_customers
        UNION SELECT customer_id FROM rejects
        """;

    public void Remove(CancellationToken cancellationToken)
    {
        workshop.Run("CREATE TABLE suppressed (customer_id VARCHAR)", cancellationToken);
        foreach (var customer in CustomerIds.Suppressed(tenant, workshop.Connection, People, cancellationToken))
            workshop.Run("INSERT INTO suppressed VALUES ($customer)", cancellationToken, ("customer", customer));
        workshop.Run(SqlScript.Of<Cleaner>("suppressed"), cancellationToken);
    }
}
