using System.Buffers.Binary;
using System.Text;

namespace Recommender.EndToEnd.Serving.Telemetry;

/// <summary>A protobuf message as it is on the wire: its fields by number, nothing known of their names.</summary>
sealed class ProtoMessage
{
    readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> wire)
    {
        for (var rest = wire; !rest.IsEmpty;) _fields.Add(Next(ref rest));
    }

    public IEnumerable<ProtoMessage> All(int field) => Of(field).Select(value => new ProtoMessage(value.Bytes));

    public ProtoMessage One(int field) => All(field).Single();

    public string Text(int field) => Encoding.UTF8.GetString(Of(field).LastOrDefault().Bytes.Span);

    public string Hex(int field) => Convert.ToHexStringLower(Of(field).LastOrDefault().Bytes.Span);

    /// <summary>Real numbers, packed together or each by itself.</summary>
    public IEnumerable<double> Reals(int field) => Of(field).SelectMany(value => value.Bytes.IsEmpty
        ? [BitConverter.UInt64BitsToDouble(value.Number)]
        : Enumerable.Range(0, value.Bytes.Length / sizeof(double)).Select(at => BinaryPrimitives.ReadDoubleLittleEndian(value.Bytes.Span[(at * sizeof(double))..])));

    /// <summary>The attributes of OpenTelemetry in this field, as text: of strings, of whole numbers.</summary>
    public Dictionary<string, string> Attributes(int field) => All(field).ToDictionary(pair => pair.Text(1), pair => ValueOf(pair.One(2)));

    static string ValueOf(ProtoMessage value) => value.Of(1).Any() ? value.Text(1) : string.Join(',', value._fields.Select(field => field.Number));

    IEnumerable<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> Of(int field) => _fields.Where(value => value.Field == field);

    static (int, ulong, ReadOnlyMemory<byte>) Next(ref ReadOnlyMemory<byte> rest)
    {
        var key = Varint(ref rest);
        var field = (int)(key >> 3);
        return (key & 7) switch
        {
            0 => (field, Varint(ref rest), default),
            1 => (field, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref rest, 8).Span), default),
            2 => (field, 0, Take(ref rest, (int)Varint(ref rest))),
            5 => (field, BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4).Span), default),
            var wire => throw new InvalidDataException($"Wire type {wire} is none of today's."),
        };
    }

    static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(ref rest, 1).Span[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }

    static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> rest, int count)
    {
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
