using System.Numerics.Tensors;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Autoencoders;
using Recommender.Core.Numerics;

namespace Recommender.Training.Trainers.Autoencoder;

/// <summary>
/// Forward and backward through a network. The loss of a batch is the mean over its rows of the multinomial loss and, for a variational
/// code, the weighted divergence; every sum has a fixed order, so threads do not change it.
/// </summary>
sealed class TrainingPass
{
    const int Columns = 1024;   // outputs of one piece of a bias's gradient

    readonly AutoencoderNetwork _network;
    readonly TrainingContext _context;
    readonly Matrix[] _outputs;   // of each layer (rows, outputs), tanh taken; of the last one its logits, which become their gradient
    readonly Matrix[] _errors;    // gradient by what each layer sums up (rows, outputs); the last one's is the same memory as its logits
    readonly Matrix _code;        // (rows, code), and its gradient in _codeError: only where the code is drawn
    readonly Matrix _codeError;
    readonly double[] _losses;

    public TrainingPass(AutoencoderNetwork network, int rows, TrainingContext context)
    {
        (_network, _context) = (network, context);
        var last = network.Layers.Count - 1;
        _outputs = [.. network.Layers.Select(layer => Matrix.Zero(rows, layer.Outputs))];
        _errors = [.. network.Layers.Select((layer, at) => at == last ? _outputs[at] : Matrix.Zero(rows, layer.Outputs))];
        Gradients = [.. network.Layers.Select(layer => DenseLayer.Zero(layer.Inputs, layer.Outputs))];
        var drawn = IsDrawn ? rows : 0;
        (_code, _codeError) = (Matrix.Zero(drawn, network.Code), Matrix.Zero(drawn, network.Code));
        _losses = new double[rows];
    }

    /// <summary>Of the last batch's loss, in the shape of the network's layers.</summary>
    public IReadOnlyList<DenseLayer> Gradients { get; }

    bool IsDrawn => _network.Kind == AutoencoderKind.Variational;

    /// <summary>Gives the loss of a batch and leaves its gradients; <paramref name="divergenceWeight"/> is that of a variational code.</summary>
    public double Run(Batch batch, double divergenceWeight)
    {
        var last = _network.Layers.Count - 1;
        Forward(batch.Inputs, batch.Noise, divergenceWeight);
        ForRows(batch.Rows, row => _losses[row] += MultinomialLoss.Apply(
            _outputs[last].Row(row), batch.Targets.RowIndices(row), batch.Targets.RowValues(row), 1f / batch.Rows));
        for (var layer = last; layer > 0; layer--) Backward(layer, batch, divergenceWeight);
        GatherBack(batch);
        for (var layer = 0; layer <= last; layer++) SumRows(Top(_errors[layer], batch.Rows), Gradients[layer].Bias);

        var loss = 0.0;
        for (var row = 0; row < batch.Rows; row++) loss += _losses[row];
        return loss / batch.Rows;
    }

    /// <summary>The logits for some histories (rows, items), which stand until the next pass.</summary>
    public Matrix Answer(CsrMatrix inputs)
    {
        Forward(inputs, Matrix.Zero(0, _network.Code), divergenceWeight: 0);
        return Top(_outputs[^1], inputs.Rows);
    }

    void Forward(CsrMatrix inputs, Matrix noise, double divergenceWeight)
    {
        ForRows(inputs.Rows, row =>
        {
            _losses[row] = 0;
            _network.Layers[0].Gather(inputs.RowIndices(row), inputs.RowValues(row), _outputs[0].Row(row));
        });
        for (var layer = 0; layer < _outputs.Length; layer++)
        {
            if (layer > 0) _network.Layers[layer].Apply(Read(layer, inputs.Rows), Top(_outputs[layer], inputs.Rows), _context.Threads, _context.Cancellation);
            var outputs = _outputs[layer];
            if (!_network.IsLinear(layer)) ForRows(inputs.Rows, row => TensorPrimitives.Tanh(outputs.Row(row), outputs.Row(row)));
            else if (IsDrawn && layer == _network.CodeLayer) ForRows(inputs.Rows, row => _losses[row] = divergenceWeight * GaussianCode.Draw(outputs.Row(row), noise.Rows > 0 ? noise.Row(row) : default, _code.Row(row)));
        }
    }

    // From the error e of a layer: dW = x'e, and back to what it read, dx = e W', through tanh or the drawing of the code.
    void Backward(int layer, Batch batch, double divergenceWeight)
    {
        var error = Top(_errors[layer], batch.Rows);
        var product = new Product(threads: _context.Threads);
        Gemm.Multiply(Read(layer, batch.Rows).Transposed, error, Gradients[layer].Weights, product, _context.Cancellation);

        var before = layer - 1;
        var isDrawn = IsDrawn && before == _network.CodeLayer;
        var back = isDrawn ? _codeError : _errors[before];
        Gemm.Multiply(error, _network.Layers[layer].Weights.Transposed, Top(back, batch.Rows), product, _context.Cancellation);
        ForRows(batch.Rows, row =>
        {
            var outputs = _outputs[before].Row(row);
            if (!isDrawn)
            {
                LeaveTanh(outputs, back.Row(row));
                return;
            }
            outputs.CopyTo(_errors[before].Row(row));
            GaussianCode.Return(back.Row(row), batch.Noise.Row(row), (float)(divergenceWeight / batch.Rows), _errors[before].Row(row));
        });
    }

    // dW of the first layer: row i sums the errors of the batch's rows that read item i.
    void GatherBack(Batch batch)
    {
        var byItem = batch.Inputs.Transpose();
        ForRows(byItem.Rows, item =>
        {
            var gradient = Gradients[0].Weights.Row(item);
            gradient.Clear();
            var rows = byItem.RowIndices(item);
            var values = byItem.RowValues(item);
            for (var entry = 0; entry < rows.Length; entry++) TensorPrimitives.MultiplyAdd(_errors[0].Row(rows[entry]), values[entry], gradient, gradient);
        });
    }

    void SumRows(Matrix error, Matrix bias) => ForRows((error.Columns + Columns - 1) / Columns, piece =>
    {
        var (start, end) = (piece * Columns, Math.Min(error.Columns, (piece + 1) * Columns));
        var sum = bias.Row(0)[start..end];
        sum.Clear();
        for (var row = 0; row < error.Rows; row++) TensorPrimitives.Add(sum, error.Row(row)[start..end], sum);
    });

    // d tanh(x) = 1 - tanh²
    static void LeaveTanh(ReadOnlySpan<float> outputs, Span<float> error)
    {
        for (var k = 0; k < error.Length; k++) error[k] *= 1 - outputs[k] * outputs[k];
    }

    Matrix Read(int layer, int rows) => Top(IsDrawn && layer - 1 == _network.CodeLayer ? _code : _outputs[layer - 1], rows);

    static Matrix Top(Matrix matrix, int rows) => matrix.Block(0, 0, rows, matrix.Columns);

    void ForRows(int count, Action<int> body) => Parallel.For(0, count, _context.Parallelism, body);
}
