using System.Buffers.Binary;

namespace Recommender.Storage.Postgres;

/// <summary>The types whose binary form is read as it is. Every other type arrives as text because the query casts it.</summary>
static class FieldTexts
{
    static readonly FieldText AsText = static (value, row) => row.Append(value);

    static readonly Dictionary<uint, FieldText> ByOid = new()
    {
        [16] = static (value, row) => row.Append(value[0] != 0 ? "true"u8 : "false"u8),
        [19] = AsText,      // name
        [25] = AsText,      // text
        [1043] = AsText,    // varchar
        [114] = AsText,     // json
        [3802] = static (value, row) => row.Append(value[1..]),   // jsonb: a version byte goes before the text
        [21] = static (value, row) => row.Append(BinaryPrimitives.ReadInt16BigEndian(value)),
        [23] = static (value, row) => row.Append(BinaryPrimitives.ReadInt32BigEndian(value)),
        [20] = static (value, row) => row.Append(BinaryPrimitives.ReadInt64BigEndian(value)),
        [26] = static (value, row) => row.Append(BinaryPrimitives.ReadUInt32BigEndian(value)),
        [700] = static (value, row) => row.Append(BinaryPrimitives.ReadSingleBigEndian(value)),
        [701] = static (value, row) => row.Append(BinaryPrimitives.ReadDoubleBigEndian(value)),
        [1700] = NumericText.Append,
        [1082] = CalendarText.AppendDate,
        [1083] = CalendarText.AppendTime,
        [1114] = CalendarText.AppendTimestamp,
        [1184] = CalendarText.AppendInstant,
        [2950] = static (value, row) => row.Append(new Guid(value, bigEndian: true)),
    };

    const uint Money = 790;

    /// <summary>The column as the query selects it, and how what arrives is read.</summary>
    public static (string Selected, FieldText Text) Of(uint oid, string column) => oid switch
    {
        Money => ($"{column}::numeric", NumericText.Append),   // as text it would carry the server's currency sign
        _ when ByOid.TryGetValue(oid, out var text) => (column, text),
        _ => ($"{column}::text", AsText),
    };
}
