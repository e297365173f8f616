namespace Recommender.Storage.Sources.Excel;

/// <summary>How far a workbook may unpack: a few thousand bytes can claim to hold many gigabytes.</summary>
sealed record ExcelLimits
{
    public long FreeExpansionBytes { get; init; } = 64L << 20;

    public int MaxExpansion { get; init; } = 250;

    public long MaxBytes { get; init; } = 8L << 30;
}
