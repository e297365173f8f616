using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Recommender.Storage.Postgres;

/// <summary>A column's type in PostgreSQL, and how a value of the snapshot is sent as it.</summary>
sealed record TargetType(string Sql, Action<DbDataReader, int, NpgsqlBinaryImporter> Send)
{
    public static readonly TargetType Text = new("text", static (row, i, copy) => copy.Write(Storable(row.GetString(i)), NpgsqlDbType.Text));
    public static readonly TargetType Whole = new("integer", static (row, i, copy) => copy.Write(row.GetInt32(i), NpgsqlDbType.Integer));
    public static readonly TargetType Number = new("numeric(18,6)", static (row, i, copy) => copy.Write(row.GetDecimal(i), NpgsqlDbType.Numeric));
    public static readonly TargetType Real = new("double precision", static (row, i, copy) => copy.Write(row.GetDouble(i), NpgsqlDbType.Double));
    public static readonly TargetType Flag = new("boolean", static (row, i, copy) => copy.Write(row.GetBoolean(i), NpgsqlDbType.Boolean));

    /// <summary>Snapshots keep times in UTC without saying so; timestamptz says so.</summary>
    public static readonly TargetType Instant = new("timestamptz",
        static (row, i, copy) => copy.Write(DateTime.SpecifyKind(row.GetDateTime(i), DateTimeKind.Utc), NpgsqlDbType.TimestampTz));

    // PostgreSQL's text holds every character but this one.
    static string Storable(string text) => text.Contains('\0') ? text.Replace('\0', '\uFFFD') : text;
}
