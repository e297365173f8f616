namespace Recommender.Tests.Storage.Sources.Text;

/// <summary>Gives a few bytes at a time, as pipes and unpackers do.</summary>
sealed class TrickleStream(byte[] bytes, int atOnce) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, atOnce)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atOnce));
}
