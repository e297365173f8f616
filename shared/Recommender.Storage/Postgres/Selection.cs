using System.Data;
using Npgsql;
using Recommender.Storage.Sources;

namespace Recommender.Storage.Postgres;

/// <summary>What to copy out, with the columns as the server describes them.</summary>
sealed class Selection
{
    const string QueryLead = "SELECT * FROM (";

    readonly string _from;

    Selection(string from, string what, bool isQuery) => (_from, What, IsQuery) = (from, what, isQuery);

    public bool IsQuery { get; }

    /// <summary>What fails when this fails, for a message.</summary>
    public string What { get; }

    /// <summary>Characters before the reader's own text, to tell the place of a mistake in it.</summary>
    public int Lead => IsQuery ? QueryLead.Length : 0;

    public IReadOnlyList<string> Columns { get; private set; } = [];
    public FieldText[] Texts { get; private set; } = [];
    public string Copy { get; private set; } = "";

    public static Selection OfTable(string quoted, string shown) => new(quoted, $"cannot read table {shown}", isQuery: false);

    // The line break ends a comment at the end of the query.
    public static Selection OfQuery(string query) => new($"({query.TrimEnd(' ', '\t', '\r', '\n', ';')}\n)", "cannot run the query", isQuery: true);

    /// <summary>Asks for the columns without running anything, and words the COPY by their types.</summary>
    public async Task DescribeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT * FROM {_from} AS source", connection);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SchemaOnly, cancellationToken);

        // Columns are renamed by place, so that two of one name, as in a join, can both be selected.
        var places = Enumerable.Range(0, reader.FieldCount).Select(i => $"c{i}").ToArray();
        var fields = places.Select((place, i) => FieldTexts.Of(reader.GetDataTypeOID(i), place)).ToArray();
        Columns = ColumnNames.From([.. places.Select((_, i) => reader.GetName(i))]);
        Texts = [.. fields.Select(field => field.Text)];
        Copy = $"COPY (SELECT {string.Join(", ", fields.Select(field => field.Selected))} FROM {_from} AS source({string.Join(", ", places)})) TO STDOUT (FORMAT BINARY)";
    }
}
