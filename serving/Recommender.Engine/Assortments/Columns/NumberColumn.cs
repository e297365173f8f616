namespace Recommender.Engine.Assortments.Columns;

/// <summary>Numbers by row; NaN where there is none.</summary>
sealed class NumberColumn(string name, double least = double.NegativeInfinity) : Column(name, AttributeKind.Number)
{
    double[] _values = [];

    public override long Bytes => base.Bytes + (_values.Length * sizeof(double));

    /// <summary>The number of a row, or NaN.</summary>
    public double Of(int row)
    {
        var values = Volatile.Read(ref _values);
        return (uint)row < (uint)values.Length ? values[row] : double.NaN;
    }

    public override bool Has(int row) => !double.IsNaN(Of(row));

    public override AttributeValue? Get(int row) => Of(row) is var number && double.IsNaN(number) ? null : AttributeValue.Of(number);

    /// <summary>Sets what a snapshot says, unless the feed has spoken.</summary>
    public void SetBase(int row, double number)
    {
        if (!IsFed(row)) Set(row, number);
    }

    protected override void Set(int row, AttributeValue? value) => Set(row, value?.Number ?? double.NaN);

    protected override string? FaultOf(AttributeValue value) =>
        !double.IsFinite(value.Number) ? $"{value} is not a finite number; give one, or null where it is not known."
        : value.Number < least ? $"{value} is below {least}; give {least} or more, or null where it is not known."
        : null;

    void Set(int row, double number)
    {
        var before = Of(row);
        if (row >= _values.Length)
        {
            if (double.IsNaN(number)) return;
            Volatile.Write(ref _values, Grown(_values, row, double.NaN));
        }
        Volatile.Write(ref _values[row], number);
        Counted(!double.IsNaN(before), !double.IsNaN(number));
    }
}
