using System.Buffers;
using System.Globalization;
using System.Text;

namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>Writes words and numbers as UTF-8, numbers as Prometheus reads them.</summary>
sealed class TextSink(IBufferWriter<byte> output)
{
    const int LongestNumber = 32;

    public TextSink Write(string text)
    {
        Encoding.UTF8.GetBytes(text, output);
        return this;
    }

    public TextSink Write(long value)
    {
        value.TryFormat(output.GetSpan(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
        return this;
    }

    public TextSink Write(double value)
    {
        if (double.IsPositiveInfinity(value)) return Write("+Inf");
        if (double.IsNegativeInfinity(value)) return Write("-Inf");

        value.TryFormat(output.GetSpan(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
        return this;
    }
}
