"""The words of Word files that draw something: what is not named here does not go into a copy.

Elements and attributes by namespace, after ECMA-376 Part 1 and 4 and the extensions that Word itself writes. Left out
are all words that keep data of people, programs and forms: who, when, which file, which field of which table, notes for
the typist. An attribute without a prefix belongs to the namespace of its element.
"""

from __future__ import annotations

from ocop_xl.records import NamedTuple


class Words(NamedTuple):
    """One namespace: the prefix under which it is written, its names, and what of it may stand in a copy."""

    prefix: str
    names: tuple[str, ...]
    elements: frozenset[str]
    attributes: frozenset[str]


def _words(prefix: str, names: str, elements: str, attributes: str) -> Words:
    return Words(prefix, tuple(names.split()), frozenset(elements.split()), frozenset(attributes.split()))


VOCABULARY = (
    _words(
        "w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main http://purl.oclc.org/ooxml/wordprocessingml/main",
        """abstractNum abstractNumId adjustLineHeightInTable adjustRightInd alignBordersAndEdges alignTablesRowByRow
allowSpaceOfSameStyleInTable applyBreakingRules autoHyphenation autoSpaceDE autoSpaceDN
autoSpaceLikeWord95 autofitToFirstFixedWidthCell b bCs background balanceSingleByteDoubleByteWidth bar
basedOn bdo bdr between bidi bidiVisual body bookFoldPrinting bookFoldPrintingSheets bookmarkEnd
bookmarkStart bordersDoNotSurroundFooter bordersDoNotSurroundHeader bottom br cachedColBalance calcOnExit
cantSplit caps characterSpacingControl charset checkBox checked clrSchemeMapping cnfStyle col color cols
compat compatSetting consecutiveHyphenLimit contextualSpacing continuationSeparator cr cs ddList
decimalSymbol default defaultTabStop defaultTableStyle dir displayBackgroundShape displayHangulFixedWidth
displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotAutofitConstrainedTables
doNotBreakConstrainedForcedTable doNotBreakWrappedTables doNotExpandShiftReturn doNotHyphenateCaps
doNotLeaveBackslashAlone doNotSnapToGridInCell doNotSuppressIndentation doNotSuppressParagraphBorders
doNotUseEastAsianBreakRules doNotUseHTMLParagraphAutoSpacing doNotUseIndentAsNumberingTabStop
doNotUseMarginsForDrawingGridOrigin doNotVertAlignCellWithSp doNotVertAlignInTxbx doNotWrapTextWithPunct
docDefaults docGrid document drawing drawingGridHorizontalOrigin drawingGridHorizontalSpacing
drawingGridVerticalOrigin drawingGridVerticalSpacing dstrike eastAsianLayout effect em emboss enabled end
endnote endnotePr endnoteRef endnoteReference endnotes evenAndOddHeaders family ffData fitText fldChar
fldSimple font fonts footerReference footnote footnoteLayoutLikeWW8 footnotePr footnoteRef
footnoteReference footnotes forgetLastTabAlignment formProt framePr ftr gridAfter gridBefore gridCol
gridSpan growAutofit gutterAtTop hMerge hdr headerReference hidden hideMark highlight hps hpsBaseText
hpsRaise hyperlink hyphenationZone i iCs ilvl imprint ind insideH insideV instrText isLgl jc keepLines
keepNext kern kinsoku lang layoutRawTableWidth layoutTableRowsApart left lineWrapLikeWord6 link listEntry
listSeparator lnNumType lvl lvlJc lvlOverride lvlPicBulletId lvlRestart lvlText mirrorIndents
mirrorMargins multiLevelType mwSmallCaps name next noBorder noBreakHyphen noColumnBalance noEndnote
noExtraLineSpacing noLeading noLineBreaksAfter noLineBreaksBefore noProof noPunctuationKerning
noSpaceRaiseLower noTabHangInd noWrap notTrueType nsid num numFmt numId numIdMacAtCleanup numPicBullet
numPr numRestart numStart numStyleLink numbering oMath outline outlineLvl overflowPunct p pBdr pPr
pPrDefault pStyle pageBreakBefore panose1 pgBorders pgMar pgNum pgNumType pgSz pict pitch pos position
printBodyTextBeforeHeader printColBlack printFractionalCharacterWidth printPostScriptOverText
printTwoOnOne ptab qFormat r rFonts rPr rPrDefault rStyle result right rt rtl rtlGutter ruby rubyAlign
rubyBase rubyPr sectPr semiHidden separator settings shadow shapeLayoutLikeWW8 shd sig size sizeAuto
smallCaps snapToGrid softHyphen spaceForUL spacing spacingInWholePoints specVanish splitPgBreakAndParaMark
start startOverride strictFirstAndLastChars strike style styleLink styles subFontBySize suff
suppressAutoHyphens suppressBottomSpacing suppressLineNumbers suppressOverlap suppressSpBfAfterPgBrk
suppressSpacingAtTopOfPage suppressTopSpacing suppressTopSpacingWP swapBordersFacingPages sym sz szCs t
tab tabs tbl tblBorders tblCellMar tblCellSpacing tblGrid tblHeader tblInd tblLayout tblLook tblOverlap
tblPr tblPrEx tblStyle tblStyleColBandSize tblStylePr tblStyleRowBandSize tblW tblpPr tc tcBorders
tcFitText tcMar tcPr tcW textAlignment textDirection textboxTightWrap themeFontLang titlePg tl2br tmpl top
topLinePunct tr tr2bl trHeight trPr truncateFontHeightsLikeWP6 txbxContent type types u uiPriority
ulTrailSpace underlineTabInNumList unhideWhenUsed useAltKinsokuLineBreakRules useAnsiKerningPairs
useFELayout useNormalStyleForList usePrinterMetrics useSingleBorderforContiguousCells
useWord2002TableStyleRules useWord97LineBreakRules vAlign vMerge vanish vertAlign w wAfter wBefore
webHidden widowControl wordWrap wpJustification wpSpaceWidth wrapTrailSpaces zoom""",
        """abstractNumId accent1 accent2 accent3 accent4 accent5 accent6 after afterAutospacing afterLines anchorLock
asciiTheme before beforeAutospacing beforeLines bg1 bg2 bottom bottomFromText chapNum chapSep chapStyle
char charSpace clear color combine combineBrackets conformance count countBy csb0 csb1 cstheme
customMarkFollows customStyle customStyles decorated default display distance dropCap dxaOrig dyaOrig
eastAsiaTheme end equalWidth evenHBand evenVBand fill first firstColumn firstLine firstLineChars firstRow
firstRowFirstColumn firstRowLastColumn fldCharType fmt followedHyperlink footer frame gutter h hAnchor
hAnsiTheme hRule hSpace hanging hangingChars header hint history horzAnchor hyperlink id ilvl lastColumn
lastRow lastRowFirstColumn lastRowLastColumn leader left leftChars leftFromText legacy legacyIndent
legacySpace line linePitch lineRule lines noHBand noVBand num numFmt numId numPicBulletId oddHBand
oddVBand offsetFrom orient other percent pos restart right rightChars rightFromText sep shadow space start
startChars sz t1 t2 tblpX tblpXSpec tblpY tblpYSpec tentative themeColor themeFill themeFillShade
themeFillTint themeShade themeTint top topFromText tplc type usb0 usb1 usb2 usb3 vAnchor vMerge vSpace val
vert vertAnchor vertCompress w wrap x xAlign y yAlign zOrder""",
    ),
    _words(
        "w14",
        "http://schemas.microsoft.com/office/word/2010/wordml",
        """alpha bevel bevelB bevelT camera cntxtAlts contourClr extrusionClr fillToRect glow gradFill gs gsLst
hueMod ligatures lightRig lin lum lumMod lumOff miter noFill numForm numSpacing path props3d prstDash
reflection rot round sat satMod satOff scene3d schemeClr shade shadow solidFill srgbClr styleSet
stylisticSets textFill textOutline tint""",
        """algn ang b blurRad cap cmpd contourW dir dist endA endPos extrusionH fadeDir h id kx ky l lat lim lon path
pos prst prstMaterial r rad rev rig scaled stA stPos sx sy t val w""",
    ),
    _words(
        "wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        """align anchor bodyPr cNvCnPr cNvFrPr cNvGraphicFramePr cNvGrpSpPr cNvPr cNvSpPr docPr effectExtent extent
graphicFrame grpSp grpSpPr inline lineTo posOffset positionH positionV simplePos spPr start style wrapNone
wrapPolygon wrapSquare wrapThrough wrapTight wrapTopAndBottom xfrm""",
        """allowOverlap b behindDoc bwMode cx cy distB distL distR distT edited hidden id l layoutInCell locked
normalEastAsianFlow r relativeFrom relativeHeight seq simplePos t wrapText x y""",
    ),
    _words(
        "wp14",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "pctHeight pctPosHOffset pctPosVOffset pctWidth sizeRelH sizeRelV",
        "relativeFrom",
    ),
    _words(
        "wps",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "bodyPr cNvCnPr cNvPr cNvSpPr linkedTxbx spPr style txbx wsp",
        "id normalEastAsianFlow seq",
    ),
    _words(
        "wpg",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "cNvFrPr cNvGrpSpPr cNvPr graphicFrame grpSp grpSpPr wgp xfrm",
        "bwMode id",
    ),
    _words(
        "wpc",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "bg whole wpc",
        "bwMode",
    ),
    _words(
        "a",
        "http://schemas.openxmlformats.org/drawingml/2006/main http://purl.oclc.org/ooxml/drawingml/main",
        """accent1 accent2 accent3 accent4 accent5 accent6 ahLst ahPolar ahXY alpha alphaBiLevel alphaCeiling
alphaFloor alphaInv alphaMod alphaModFix alphaOff alphaOutset alphaRepl anchor arcTo avLst backdrop band1H
band1V band2H band2V bevel bevelB bevelT bgClr bgFillStyleLst biLevel blend blip blipFill blue blueMod
blueOff blur bodyPr bottom br buAutoNum buBlip buChar buClr buClrTx buFont buFontTx buNone buSzPct buSzPts
buSzTx cNvCxnSpPr cNvGraphicFramePr cNvGrpSpPr cNvPicPr cNvPr cNvSpPr camera chExt chOff close clrChange
clrFrom clrMap clrRepl clrScheme clrTo comp cont contourClr cpLocks cs cubicBezTo custDash custGeom cxn
cxnLst cxnSp cxnSpLocks defPPr defRPr dk1 dk2 ds duotone ea effect effectDag effectLst effectRef
effectStyle effectStyleLst end endCxn endParaRPr ext extraClrScheme extraClrSchemeLst extrusionClr fgClr
fill fillOverlay fillRect fillRef fillStyleLst fillToRect firstCol firstRow flatTx fld fmtScheme folHlink
font fontRef fontScheme gamma gd gdLst glow gradFill graphic graphicData graphicFrame graphicFrameLocks
gray grayscl green greenMod greenOff gridCol grpFill grpSp grpSpLocks grpSpPr gs gsLst headEnd highlight
hlink hlinkClick hsl hslClr hue hueMod hueOff innerShdw insideH insideV inv invGamma lastCol lastRow latin
left lightRig lin ln lnB lnBlToTr lnDef lnL lnR lnRef lnSpc lnStyleLst lnT lnTlToBr lnTo lstStyle lt1 lt2
lum lumMod lumOff lvl1pPr lvl2pPr lvl3pPr lvl4pPr lvl5pPr lvl6pPr lvl7pPr lvl8pPr lvl9pPr majorFont
masterClrMapping minorFont miter moveTo neCell noAutofit noFill norm normAutofit nvCxnSpPr
nvGraphicFramePr nvGrpSpPr nvPicPr nvSpPr nwCell objectDefaults off outerShdw overrideClrMapping p pPr
path pathLst pattFill pic picLocks pos prstClr prstDash prstGeom prstShdw prstTxWarp pt quadBezTo r rPr
rect red redMod redOff reflection relOff right rot round rtl sat satMod satOff scene3d schemeClr scrgbClr
seCell shade softEdge solidFill sp sp3d spAutoFit spDef spLocks spPr spcAft spcBef spcPct spcPts srcRect
srgbClr st stCxn stretch style swCell sx sy sym sysClr t tab tabLst tailEnd tbl tblGrid tblPr tc tcBdr
tcPr theme themeElements themeOverride tile tileRect tint tl2br top tr tr2bl txBody txDef txSp uFill
uFillTx uLn uLnTx up useSpRect wholeTbl xfrm""",
        """a accent1 accent2 accent3 accent4 accent5 accent6 algn amt anchor anchorCtr ang b bIns bandCol bandRow
baseline bg1 bg2 blend blurRad bright bwMode cap charset cmpd compatLnSpc contourW contrast cstate cx cy d
def defTabSz dir dist dpi dx dy dz eaLnBrk endA endPos extrusionH extrusionOk fadeDir fill firstCol
firstRow flip flipH flipV fmla folHlink fontAlgn fontScale forceAA fov fromWordArt g gdRefAng gdRefR
gdRefX gdRefY gridSpan grow h hMerge hR hangingPunct hidden highlightClick hlink horzOverflow hue i id idx
indent kern kumimoji kx ky l lIns lang lastClr lastCol lastRow lat latinLnBrk len lim lnSpcReduction lon
lum lvl marB marL marR marT maxAng maxR maxX maxY minAng minR minX minY n name noAdjustHandles
noChangeArrowheads noChangeAspect noChangeShapeType noCrop noDrilldown noEditPoints noGrp noMove noProof
noResize noRot noSelect noTextEdit noUngrp normalizeH numCol panose path pitchFamily pos
preferRelativeResize prst prstMaterial r rIns rad ref rev rig rot rotWithShape rowSpan rtl rtlCol sat
scaled script sp spc spcCol spcFirstLastPara stA stAng stPos startAt strike stroke styleId swAng sx sy sz
t tIns thresh time track tx tx1 tx2 txBox ty type typeface u upright uri useA vMerge val vert vertOverflow
w wR wrap x y z zoom""",
    ),
    _words(
        "pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture http://purl.oclc.org/ooxml/drawingml/picture",
        "blipFill cNvPicPr cNvPr nvPicPr pic spPr",
        "id",
    ),
    _words(
        "c",
        "http://schemas.openxmlformats.org/drawingml/2006/chart http://purl.oclc.org/ooxml/drawingml/chart",
        """applyToEnd applyToFront applyToSides area3DChart areaChart auto autoTitleDeleted autoUpdate axId axPos
backWall backward bandFmt bandFmts bar3DChart barChart barDir baseTimeUnit bubble3D bubbleChart
bubbleScale bubbleSize builtInUnit cat catAx chart chartSpace clrMapOvr crossAx crossBetween crosses
crossesAt custSplit custUnit dLbl dLblPos dLbls dPt dTable date1904 dateAx delete depthPercent
dispBlanksAs dispEq dispRSqr dispUnits dispUnitsLbl doughnutChart downBars dropLines errBarType errBars
errDir errValType explosion externalData f firstSliceAng floor formatCode forward gapDepth gapWidth
grouping h hMode hPercent hiLowLines holeSize idx intercept invertIfNegative lang layout layoutTarget
lblAlgn lblOffset leaderLines legend legendEntry legendPos line3DChart lineChart logBase lvl
majorGridlines majorTickMark majorTimeUnit majorUnit manualLayout marker max min minorGridlines
minorTickMark minorTimeUnit minorUnit minus multiLvlStrCache multiLvlStrRef name noEndCap noMultiLvlLbl
numCache numFmt numLit numRef ofPieChart ofPieType order orientation overlap overlay period perspective
pictureFormat pictureOptions pictureStackUnit pie3DChart pieChart plotArea plotVisOnly plus pt ptCount
rAngAx radarChart radarStyle rich rotX rotY roundedCorners scaling scatterChart scatterStyle secondPiePt
secondPieSize separator ser serAx serLines shape showBubbleSize showCatName showDLblsOverMax
showHorzBorder showKeys showLeaderLines showLegendKey showNegBubbles showOutline showPercent showSerName
showVal showVertBorder sideWall size sizeRepresents smooth spPr splitPos splitType stockChart strCache
strLit strRef style surface3DChart surfaceChart symbol thickness tickLblPos tickLblSkip tickMarkSkip title
trendline trendlineLbl trendlineType tx txPr upBars upDownBars userShapes v val valAx varyColors view3D w
wMode wireframe x xMode xVal y yMode yVal""",
        "formatCode idx sourceLinked val",
    ),
    _words(
        "cdr",
        "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing http://purl.oclc.org/ooxml/drawingml/chartDrawing",
        """absSizeAnchor blipFill cNvCxnSpPr cNvGraphicFramePr cNvGrpSpPr cNvPicPr cNvPr cNvSpPr cxnSp ext from
graphicFrame grpSp grpSpPr nvCxnSpPr nvGraphicFramePr nvGrpSpPr nvPicPr nvSpPr pic relSizeAnchor sp spPr
style to txBody x xfrm y""",
        "id",
    ),
    _words(
        "c14",
        "http://schemas.microsoft.com/office/drawing/2007/8/2/chart",
        "style",
        "val",
    ),
    _words(
        "m",
        "http://schemas.openxmlformats.org/officeDocument/2006/math http://purl.oclc.org/ooxml/officeDocument/math",
        """acc accPr aln alnScr argPr argSz bar barPr baseJc begChr borderBox borderBoxPr box boxPr brk brkBin
brkBinSub cGp cGpRule cSp chr count ctrlPr d dPr defJc deg degHide den diff dispDef e endChr eqArr eqArrPr
f fName fPr func funcPr groupChr groupChrPr grow hideBot hideLeft hideRight hideTop intLim interSp intraSp
jc lMargin lim limLoc limLow limLowPr limUpp limUppPr lit m mPr mathFont mathPr maxDist mc mcJc mcPr mcs
mr nary naryLim naryPr noBreak nor num oMath oMathPara oMathParaPr objDist opEmu phant phantPr plcHide pos
postSp preSp r rMargin rPr rSp rSpRule rad radPr sPre sPrePr sSub sSubPr sSubSup sSubSupPr sSup sSupPr scr
sepChr show shp smallFrac strikeBLTR strikeH strikeTLBR strikeV sty sub subHide sup supHide t transp type
vertJc wrapIndent wrapRight zeroAsc zeroDesc zeroWid""",
        "alnAt val",
    ),
    _words(
        "v",
        "urn:schemas-microsoft-com:vml",
        """arc background curve f fill formulas group h handles image imagedata line oval path polyline rect
roundrect shadow shape shapetype stroke textbox textpath""",
        """adj alignshape angle arcsize arrowok aspect bilevel blacklevel chromakey color color2 colors control1
control2 coordorigin coordsize cropbottom cropleft cropright croptop dashstyle editas embosscolor endAngle
endarrow endarrowlength endarrowwidth endcap eqn ext fillcolor filled fillok filltype fitpath fitshape
focus focusposition focussize from gain gamma gradientshapeok grayscale id imagealignshape imageaspect
imagesize inset insetpen insetpenok invx invy joinstyle limo linestyle matrix method miterlimit obscured
offset offset2 on opacity origin path points polar position print radiusrange recolor rotate shadowok size
startAngle startarrow startarrowlength startarrowwidth string strokecolor stroked strokeok strokeweight
style switch textboxrect textpathok to trim type v weight wrapcoords xrange xscale yrange""",
    ),
    _words(
        "o",
        "urn:schemas-microsoft-com:office:office",
        "bottom callout clippath column complex extrusion fill left lock right skew top",
        """accentbar adjusthandles allowincell allowoverlap angle aspectratio autoformat autolayout
autorotationcenter backdepth borderbottomcolor borderleftcolor borderrightcolor bordertopcolor brightness
bwmode bwnormal bwpure clip cliptowrap color color2 colormode connectangles connectloc connectlocs
connectortype connecttype cropping dashstyle diffusity distance drop dropauto edge end endarrow
endarrowlength endarrowwidth endcap ext extrusioncolor extrusionok facet fill filltype forcedash foredepth
gap grouping hr hralign hrnoshade hrpct hrstd imagealignshape imageaspect insetmode insetpen joinstyle
length lengthspecified lightface lightharsh lightharsh2 lightlevel lightlevel2 lightposition
lightposition2 linestyle lockrotationcenter matrix metal minusx minusy miterlimit offset on oned opacity
opacity2 orientation orientationangle origin plane position preferrelative relid render reverse rotation
rotationangle rotationcenter shininess skewamt skewangle specularity spt start startarrow startarrowlength
startarrowwidth stroke textborder type ungrouping userhidden verticies viewpoint viewpointorigin weight""",
    ),
    _words(
        "w10",
        "urn:schemas-microsoft-com:office:word",
        "anchorlock borderbottom borderleft borderright bordertop wrap",
        "anchorx anchory shadow side type width",
    ),
)
