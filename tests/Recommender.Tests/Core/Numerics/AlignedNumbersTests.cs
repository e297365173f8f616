using System.Runtime.InteropServices;
using Recommender.Core.Numerics;
using Xunit;

namespace Recommender.Tests.Core.Numerics;

public sealed class AlignedNumbersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(30_000)]
    public void Zeros_begin_where_a_cache_line_begins(int count)
    {
        for (var round = 0; round < 20; round++)
        {
            var numbers = AlignedNumbers.Zeros(count);

            Assert.Equal(count, numbers.Length);
            Assert.False(numbers.Span.ContainsAnyExcept(0f));
            Assert.True(MemoryMarshal.TryGetArray<float>(numbers, out var pinned));
            Assert.Equal(0, Marshal.UnsafeAddrOfPinnedArrayElement(pinned.Array!, pinned.Offset) % 64);
        }
    }
}
