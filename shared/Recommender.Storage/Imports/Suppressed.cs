using Recommender.Storage.Cleaning;
using Recommender.Storage.Homes;

namespace Recommender.Storage.Imports;

/// <summary>Takes people who asked to be forgotten out of the workshop; the list knows only keyed hashes of them.</summary>
sealed class Suppressed(Workshop workshop, TenantFolder tenant)
{
    // A person is known by every spelling that the source has: the one on the list need not be the one that is used most.
    const string Spellings =
        """
        SELECT customer_id AS id, customer_id AS person FROM lines WHERE customer_id IS NOT NULL
        UNION SELECT customer_id, customer_id FROM listed_customers
        UNION SELECT parent_account, parent_account FROM listed_customers WHERE parent_account IS NOT NULL
        UNION SELECT customer_id, customer_id FROM rejects WHERE customer_id IS NOT NULL
        UNION SELECT id, spelling FROM spellings WHERE kind = 'customer'
        """;

    // A record that could not be taken apart names its customer somewhere in its text.
    const string Words =
        """
        SELECT DISTINCT word, place
        FROM (SELECT rowid AS place, unnest(list_append(regexp_split_to_array(value, '[\s,;|=:"''()]+'), value)) AS word FROM rejects WHERE value IS NOT NULL)
        WHERE word <> ''
        """;

    public void Remove(CancellationToken cancellationToken)
    {
        workshop.Run("CREATE TABLE suppressed (customer_id VARCHAR)", cancellationToken);
        if (tenant.Suppressions is { Count: > 0 } list)
        {
            var key = tenant.Key ?? throw TenantKey.Lost(tenant);
            var people = workshop.Rows($"SELECT nfc_normalize(id), person FROM ({Spellings})", reader => (Id: reader.GetString(0), Person: reader.GetString(1)), cancellationToken);
            foreach (var person in people.Where(person => list.Contains(key.Hash(person.Id))).Select(found => found.Person).Distinct())
                workshop.Run("INSERT INTO suppressed VALUES ($person)", cancellationToken, ("person", person));

            var words = workshop.Rows($"SELECT nfc_normalize(word), place FROM ({Words})", reader => (Word: reader.GetString(0), Place: reader.GetInt64(1)), cancellationToken);
            foreach (var place in words.Where(found => list.Contains(key.Hash(found.Word))).Select(found => found.Place).Distinct())
                workshop.Run("DELETE FROM rejects WHERE rowid = $place", cancellationToken, ("place", place));
        }
        workshop.Run(SqlScript.Of<Cleaner>("suppressed"), cancellationToken);
    }
}
