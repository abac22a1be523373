import CGSL

/// The numerical library (GNU Scientific Library), told to return what it has instead of ending the program.
public enum NumericalLibrary {
    /// Switches GSL's own error handler, which aborts, off; once, whatever is called first.
    private static let quiet: Void = { _ = gsl_set_error_handler_off() }()

    public static func prepare() { _ = quiet }
}
