Attribute VB_Name = "OcopLauncher"
Option Explicit
' Starts "python -P -m ocop_xl.excel <action>" with the arguments that xlwings' Book.caller() reads.
' ASCII only. Texts for people stand on this add-in's sheet (messages.json), because VBA sources and MsgBox
' are bound to one code page. WScript.Shell and the registry are wide: Vietnamese names and paths survive.

Private Const PYTHON_SETTING As String = "HKCU\Software\OCOP\Python"
Private Const PYTHON_VARIABLE As String = "%OCOP_PYTHON%"
Private Const PYTHON_LAUNCHER As String = "pyw.exe"
Private Const HIDDEN_WINDOW As Long = 0
Private Const STOP_SIGN_ON_TOP As Long = 4112

' The command line of an action, started by nobody: for tests and for "Kham may".
Public Function OcopCommand(ByVal action As String) As String
    OcopCommand = CommandLine(FoundPython(), action)
End Function

Public Sub OcopRun(ByVal action As String)
    If ActiveWorkbook Is Nothing Then
        Tell "no_workbook", ""
    ElseIf InStr(ActiveWorkbook.Name, "=") > 0 Then
        Tell "name_with_equals_sign", ActiveWorkbook.Name
    ElseIf PythonIsGone() Then
        Tell "python_moved", ChosenPython()
    Else
        StartAndWait action
    End If
End Sub

' Python puts Excel's settings back itself; if it was killed on the way, we do.
Private Sub StartAndWait(ByVal action As String)
    Dim updating As Boolean, alerts As Boolean, events As Boolean, mode As Long
    Dim failed As Long, missing As Boolean
    updating = Application.ScreenUpdating
    alerts = Application.DisplayAlerts
    events = Application.EnableEvents
    mode = Application.Calculation
    On Error Resume Next
    failed = CreateObject("WScript.Shell").Run(OcopCommand(action), HIDDEN_WINDOW, True)
    missing = (Err.Number <> 0)
    On Error GoTo 0
    If missing Then
        Tell "python_missing", FoundPython()
    ElseIf failed <> 0 Then
        Application.ScreenUpdating = updating
        Application.DisplayAlerts = alerts
        Application.EnableEvents = events
        Application.Calculation = mode
        Application.StatusBar = False
        Tell "broke_off", FoundPython()
    End If
End Sub

Private Function PythonIsGone() As Boolean
    If ChosenPython() <> "" Then
        PythonIsGone = Not CreateObject("Scripting.FileSystemObject").FileExists(ChosenPython())
    End If
End Function

Private Function CommandLine(ByVal python As String, ByVal action As String) As String
    CommandLine = python & " -P -m ocop_xl.excel " & Quoted(action) & " " & Quoted("--wb=" & ActiveWorkbook.Name) _
        & " --from_xl=1 " & Quoted("--app=" & Application.Path & "\" & Application.Name) _
        & " --hwnd=" & CStr(Application.Hwnd)
End Function

Private Function FoundPython() As String
    If ChosenPython() <> "" Then
        FoundPython = Quoted(ChosenPython())
    Else
        FoundPython = PYTHON_LAUNCHER & " -3"
    End If
End Function

' The setting that "ocop-xl install" writes, or else the environment variable; empty without either.
Private Function ChosenPython() As String
    Dim shell As Object
    Set shell = CreateObject("WScript.Shell")
    On Error Resume Next
    ChosenPython = shell.RegRead(PYTHON_SETTING)
    On Error GoTo 0
    If ChosenPython = "" Then ChosenPython = shell.ExpandEnvironmentStrings(PYTHON_VARIABLE)
    If ChosenPython = PYTHON_VARIABLE Then ChosenPython = ""
End Function

Private Function Quoted(ByVal text As String) As String
    Quoted = Chr(34) & Replace(text, Chr(34), "") & Chr(34)
End Function

Private Sub Tell(ByVal message As String, ByVal detail As String)
    Dim text As String
    text = ThisWorkbook.Worksheets(1).Range(message).Value
    CreateObject("WScript.Shell").Popup Replace(text, "{detail}", detail), 0, "OCOP", STOP_SIGN_ON_TOP
End Sub
