using Recommender.Storage.Snapshots;

namespace Recommender.Storage.Imports;

/// <summary>The snapshot that a source is appended to: its lines go through the cleaning again, beside the new ones.</summary>
sealed class FormerSnapshot(Workshop workshop, SnapshotFolder snapshot)
{
    /// <summary>Brings its lines and lists in.</summary>
    /// <param name="groupsVariants">Whether its variants were bought as the things they are variants of.</param>
    /// <returns>How many of its lines the source brings anew: those of the same order and item.</returns>
    public long Bring(bool groupsVariants, CancellationToken cancellationToken)
    {
        workshop.Run("SET VARIABLE groups_variants = $groups_variants", cancellationToken, ("groups_variants", groupsVariants));
        workshop.Run(SqlScript.Of<FormerSnapshot>("former"), cancellationToken,
            ("purchases", snapshot.Purchases), ("returns", snapshot.Returns), ("items", snapshot.Items), ("customers", snapshot.Customers));
        BringCustomers(cancellationToken);
        return workshop.Count("SELECT count(*) FROM replaced_lines", cancellationToken);
    }

    // Attributes differ from shop to shop: columns that only one side has are null on the other.
    void BringCustomers(CancellationToken cancellationToken) => workshop.Run(
        """
        CREATE TABLE merged_customers AS
        SELECT * FROM listed_customers
        UNION ALL BY NAME
        SELECT * FROM former_customers WHERE customer_id NOT IN (SELECT customer_id FROM listed_customers);
        DROP TABLE listed_customers;
        DROP TABLE former_customers;
        ALTER TABLE merged_customers RENAME TO listed_customers;
        """,
        cancellationToken);
}
