Attribute VB_Name = "OcopRibbon"
Option Explicit
' The one callback of ribbon.xml: the id of a button is the name of its action.

Public Sub OcopOnAction(control As IRibbonControl)
    OcopRun control.ID
End Sub
