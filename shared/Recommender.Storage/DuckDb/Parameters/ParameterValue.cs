using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Native;

namespace DuckDB.NET.Data;

/// <summary>A .NET value as one of DuckDB's.</summary>
static unsafe class ParameterValue
{
    public static ValueHandle Create(object? value)
    {
        var native = Native(value);
        return native != 0
            ? new(native)
            : throw new ArgumentException($"DuckDB makes no value of this {value?.GetType().Name}: pass it as text and cast it in the query.", nameof(value));
    }

    static nint Native(object? value) => value switch
    {
        null or DBNull => NativeMethods.CreateNullValue(),
        bool v => NativeMethods.CreateBool(v ? (byte)1 : (byte)0),
        sbyte v => NativeMethods.CreateInt8(v),
        short v => NativeMethods.CreateInt16(v),
        int v => NativeMethods.CreateInt32(v),
        long v => NativeMethods.CreateInt64(v),
        byte v => NativeMethods.CreateUInt8(v),
        ushort v => NativeMethods.CreateUInt16(v),
        uint v => NativeMethods.CreateUInt32(v),
        ulong v => NativeMethods.CreateUInt64(v),
        Int128 v => NativeMethods.CreateHugeInt(new(v)),
        UInt128 v => NativeMethods.CreateUHugeInt(new(v)),
        BigInteger v => Big(v),
        float v => NativeMethods.CreateFloat(v),
        double v => NativeMethods.CreateDouble(v),
        decimal v => NativeMethods.CreateDecimal(DecimalParts(v)),
        char v => Text(v.ToString()),
        string v => Text(v),
        byte[] v => Blob(v),
        DateTime v => NativeMethods.CreateTimestamp(Micros(v.Ticks)),
        DateTimeOffset v => NativeMethods.CreateTimestampTz(Micros(v.UtcTicks)),
        DateOnly v => NativeMethods.CreateDate(Days(v)),
        TimeOnly v => NativeMethods.CreateTime(v.Ticks / TimeSpan.TicksPerMicrosecond),
        TimeSpan v => NativeMethods.CreateInterval(Interval(v)),
        Guid v => NativeMethods.CreateUuid(new(UuidBits(v))),
        Enum v => Native(Convert.ChangeType(v, v.GetTypeCode())),
        IEnumerable v => List(v),
        _ => throw Unknown(value.GetType()),
    };

    static nint Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = &MemoryMarshal.GetArrayDataReference(bytes)) return NativeMethods.CreateVarchar(start, (ulong)bytes.Length);
    }

    static nint Blob(byte[] bytes)
    {
        fixed (byte* start = &MemoryMarshal.GetArrayDataReference(bytes)) return NativeMethods.CreateBlob(start, (ulong)bytes.Length);
    }

    static nint Big(BigInteger value)
    {
        if (value >= (BigInteger)Int128.MinValue && value <= (BigInteger)Int128.MaxValue) return NativeMethods.CreateHugeInt(new((Int128)value));
        if (value.Sign > 0 && value <= (BigInteger)UInt128.MaxValue) return NativeMethods.CreateUHugeInt(new((UInt128)value));
        throw new OverflowException($"The parameter {value} does not fit 128 bits, DuckDB's widest whole number: pass it as text.");
    }

    /// <summary>The narrowest DECIMAL that holds the value exactly, with as many digits after the point as it carries.</summary>
    internal static NativeDecimal DecimalParts(decimal value)
    {
        var scaled = Mantissa(value);
        var digits = 1;
        for (var rest = Int128.Abs(scaled); rest >= 10; rest /= 10) digits++;
        return new((byte)Math.Max(digits, (int)value.Scale), value.Scale, scaled);
    }

    /// <summary>A decimal without its point.</summary>
    internal static Int128 Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var size = (Int128)new UInt128((uint)bits[2], (ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        return bits[3] < 0 ? -size : size;
    }

    internal static int Days(DateOnly date) => date.DayNumber - EpochDay;

    internal static NativeInterval Interval(TimeSpan span) =>
        new(0, span.Days, (span.Ticks - span.Days * TimeSpan.TicksPerDay) / TimeSpan.TicksPerMicrosecond);

    internal static UInt128 UuidBits(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    internal static long Micros(long ticks) => Math.DivRem(ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond) switch
    {
        var (micros, rest) => rest < 0 ? micros - 1 : micros,
    };

    static nint List(IEnumerable items)
    {
        var values = new List<nint>();
        try
        {
            foreach (var item in items) values.Add(Native(item));
            using var element = ListElement.Type(items);
            nint[] native = [.. values, 0];   // never empty: DuckDB takes no null pointer for an empty list
            fixed (nint* start = native) return NativeMethods.CreateListValue(element, start, (ulong)values.Count);
        }
        finally
        {
            foreach (ref var value in CollectionsMarshal.AsSpan(values)) NativeMethods.DestroyValue(ref value);
        }
    }

    internal static ArgumentException Unknown(Type type) =>
        new($"A parameter of type {type.Name} is not known to DuckDB: pass a number, text, date, time, Guid, byte[] or a list of them.", nameof(type));

    static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
}
