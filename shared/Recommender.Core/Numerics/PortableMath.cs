namespace Recommender.Core.Numerics;

/// <summary>The few functions whose library versions differ in the last bit between platforms, from basic arithmetic alone.</summary>
public static class PortableMath
{
    const double Ln2 = 0.693147180559945309417;
    const double Sqrt2 = 1.41421356237309504880;

    /// <summary>Natural logarithm of a positive normal number: x = m 2^e, ln m = 2 artanh((m - 1) / (m + 1)).</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        var t = (mantissa - 1) / (mantissa + 1);
        var square = t * t;
        var sum = 0.0;
        for (var power = 19; power > 0; power -= 2) sum = sum * square + 1.0 / power;

        return 2 * t * sum + exponent * Ln2;
    }

    /// <summary>The largest whole number whose cube is not above the value.</summary>
    public static int CubeRoot(long value)
    {
        var root = 0L;
        while ((root + 1) * (root + 1) * (root + 1) <= value) root++;

        return (int)root;
    }
}
