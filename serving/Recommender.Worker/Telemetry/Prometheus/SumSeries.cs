namespace Recommender.Worker.Telemetry.Prometheus;

/// <summary>Adds up: whole numbers and others apart, for whole ones are quicker and stay exact.</summary>
sealed class SumSeries(string labels, string? tenant) : Series(labels, tenant)
{
    const int Apart = 8;   // numbers of 8 bytes in a line of the cache

    readonly long[] _whole = new long[Stripe.Count * Apart];
    readonly double[] _parts = new double[Stripe.Count * Apart];

    public double Value => _whole.Sum() + _parts.Sum();

    public override void Record(double value)
    {
        if (double.IsFinite(value)) Stripe.Add(ref _parts[Stripe.Mine * Apart], value);
    }

    public override void Record(long value) => Interlocked.Add(ref _whole[Stripe.Mine * Apart], value);
}
